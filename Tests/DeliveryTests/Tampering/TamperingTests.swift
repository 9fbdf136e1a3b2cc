import Records
import Basics
import Delivery
import FoundationEssentials
import Store
import Testing

/// Whatever is changed between the approval and the apply is refused before the tool starts.
struct TamperingTests {
  @Test(.needsTool)
  func everyTamperingIsRefusedBeforeTheToolStarts() async throws {
    try await Place.with { place in
      let tampered = try await TamperedPlace.make(place)
      defer { do { try tampered.remove() } catch { Issue.record(error) } }
      var table: [String] = []
      for (number, tampering) in Tampering.all.enumerated() {
        let tampered = try tampered.restored(number)
        try await tampering.act(tampered)
        _ = try place.startsSinceLast()
        let outcome = try await Self.apply(tampering, tampered)
        let starts = try place.startsSinceLast()
        #expect(outcome?.code == tampering.code, "\(tampering.name): \(outcome.map { "\($0)" } ?? "applied")")
        #expect(starts.isEmpty, "\(tampering.name) started the tool: \(starts)")
        table.append("| \(tampering.name) | \(outcome?.code.rawValue ?? "APPLIED") | \(starts.count) |")
      }
      #expect(Tampering.all.count >= 50)
      #expect(Set(Tampering.all.map(\.name)).count == Tampering.all.count)
      print("| tampering (\(table.count)) | refused as | starts of the tool |\n|---|---|---|")
      print(table.joined(separator: "\n"))
    }
  }

  /// Both plans do apply when nobody touches them: what refuses above is the tampering, not the harness.
  @Test(.needsTool)
  func withoutTamperingBothApply() async throws {
    try await Place.with { place in
      let tampered = try await TamperedPlace.make(place)
      defer { do { try tampered.remove() } catch { Issue.record(error) } }
      let restored = try tampered.restored(0)
      for id in [tampered.plan, tampered.risky] {
        #expect(try await restored.place.executor().apply(id) { _ in }.apply.status == .done)
      }
    }
  }

  private static func apply(_ tampering: Tampering, _ place: TamperedPlace) async throws -> DeliveryError? {
    let executor = try place.place.executor(
      at: Date().addingTimeInterval(Double(tampering.minutes) * 60), tool: tampering.tool)
    do {
      _ = try await executor.apply(tampering.target == .plan ? place.plan : place.risky) { _ in }
      return nil
    } catch let error as DeliveryError {
      return error
    }
  }
}
