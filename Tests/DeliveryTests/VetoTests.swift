import Records
import Bundles
import Delivery
import Foundation
import Store
import Testing
import Vocabulary

struct VetoTests {
  private static let veto = "security_reviewer: the bucket is open"

  private static func bundle(_ place: Place) throws -> String {
    let folder = "\(place.root)/vetoed"
    try BundleFolder(path: folder).write(
      [Artifact(path: "infrastructure/main.tf", content: Place.configuration)], run: "run-1", vetoes: [veto])
    return folder
  }

  @Test(.needsTool)
  func aVetoedBundleIsPlannedOnlyForAReasonThatStaysOnRecord() async throws {
    try await Place.with { place in
      let folder = try Self.bundle(place)
      let executor = try place.executor()
      for target in [folder, "\(folder)/infrastructure"] {
        await Place.refused(.vetoed) { _ = try await executor.plan(target) { _ in } }
        await Place.refused(.vetoed) { _ = try await executor.plan(target, overriding: "  ") { _ in } }
      }
      #expect(try place.startsSinceLast().isEmpty)
      let planned = try await executor.plan(folder, overriding: "it is a test") { _ in }
      #expect(planned.document.override?.vetoes == [Self.veto])
      #expect(planned.document.override?.by == place.actor)
      var other = planned.document
      other.override = nil
      #expect(other.digest != planned.document.digest)
      let trail = try await place.store().audit().map(\.entry)
      #expect(trail.filter { $0.action == .refused }.count == 4)
      #expect(trail.contains { $0.action == .overridden && $0.detail.contains("it is a test") })
    }
  }

  @Test func filesThatAPersonEditedAreThePersons() async throws {
    try await Place.with { place in
      let folder = "\(try Self.bundle(place))/infrastructure"
      #expect(try Configuration.read(folder).vetoes == [Self.veto])
      try Data((Place.configuration + "\n# closed\n").utf8).write(to: URL(filePath: "\(folder)/main.tf"))
      #expect(try Configuration.read(folder).vetoes.isEmpty)
    }
  }
}
