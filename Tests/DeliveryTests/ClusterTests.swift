import Records
import Basics
import Delivery
import FoundationEssentials
import Store
import Testing

/// Manifests with the real kubectl and a scripted API server.
struct ClusterTests {
  private static let settings = """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings, namespace: shop}
    data: {colour: "red"}

    """
  private static let web = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop}
    spec:
      replicas: 2
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec: {containers: [{name: web, image: "nginx:1.27"}]}

    """
  private static let service = """
    apiVersion: v1
    kind: Service
    metadata: {name: web, namespace: shop}
    spec: {type: ClusterIP, selector: {app: web}, ports: [{port: 80}]}

    """

  private static func first(_ cluster: ClusterPlace) async throws -> AppliedChanges {
    try cluster.place.write(settings, "manifests/settings.yaml")
    try cluster.place.write(web, "manifests/web.yaml")
    return try await cluster.place.deliver()
  }

  @Test(.needsCluster)
  func aRoundTrip() async throws {
    try await ClusterPlace.with { cluster in
      let place = cluster.place
      let first = try await Self.first(cluster)
      #expect(first.outcomes.map(\.status) == [.done, .done])
      #expect(
        try cluster.changes() == [
          "apply consilium /api/v1/namespaces/shop/configmaps/settings",
          "apply consilium /apis/apps/v1/namespaces/shop/deployments/web",
        ])
      #expect(try await place.executor().plan(place.folder) { _ in }.changesAnything == false)
      #expect(try await place.executor().drift(place.folder) { _ in }.changes.isEmpty)

      // A second version: one object changed, one gone, one new.
      try place.write(Self.settings.replacing("red", with: "blue"), "manifests/settings.yaml")
      try place.write(Self.service, "manifests/service.yaml")
      try FileManager.default.removeItem(atPath: "\(place.folder)/manifests/web.yaml")
      let planned = try await place.executor().plan(place.folder) { _ in }
      #expect(
        planned.document.changes.map { "\($0.action.rawValue) \($0.address)" } == [
          "update ConfigMap/shop/settings", "delete Deployment/shop/web", "create Service/shop/web",
        ])
      #expect(planned.document.changes[0].differing == ["data.colour"])
      #expect(planned.document.cluster?.diff.contains("+  colour: blue") == true)
      #expect(planned.document.risks.map(\.kind) == [.destroy])
      let second = try await place.approveAndApply(planned)
      #expect(try cluster.changes().contains("delete /apis/apps/v1/namespaces/shop/deployments/web"))

      // And back, twice.
      let back = try await place.executor().undo(second.apply.id) { _ in }
      try await place.approveAndApply(back)
      let done = try cluster.changes()
      #expect(done.contains("apply consilium /apis/apps/v1/namespaces/shop/deployments/web"))
      #expect(done.contains("delete /api/v1/namespaces/shop/services/web"))
      let all = try await place.executor().undo(first.apply.id) { _ in }
      #expect(all.document.changes.map(\.action) == [.delete, .delete])
      try await place.approveAndApply(all)
      #expect(try cluster.changes().count == 2)
    }
  }

  @Test(.needsCluster)
  func driftIsFoundAndNotMended() async throws {
    try await ClusterPlace.with { cluster in
      _ = try await Self.first(cluster)
      _ = try cluster.changes()
      try await cluster.meddle("/api/v1/namespaces/shop/configmaps/settings", #"{"data":{"colour":"green"}}"#)
      let drift = try await cluster.place.executor().drift(cluster.place.folder) { _ in }
      #expect(drift.changes.map(\.address) == ["ConfigMap/shop/settings"])
      #expect(drift.changes.map(\.differing) == [["data.colour"]])
      #expect(drift.diff.contains("-  colour: green"))
      #expect(try cluster.changes().isEmpty)
      #expect(try await cluster.place.store().openDrift().map(\.change) == ["update: data.colour"])

      // The field has another owner now: taken back only when told.
      await #expect {
        _ = try await cluster.place.executor().plan(cluster.place.folder) { _ in }
      } throws: { error in
        (error as? DeliveryError)?.detail.contains("--take-ownership") == true
      }
      let planned = try await cluster.place.executor().plan(cluster.place.folder, takesOwnership: true) { _ in
      }
      #expect(planned.document.changes.map(\.differing) == [["data.colour"]])
      try await cluster.place.approveAndApply(planned)
      #expect(try await cluster.place.executor().drift(cluster.place.folder) { _ in }.changes.isEmpty)
    }
  }

  @Test(.needsCluster)
  func whatMovedInTheClusterIsRefused() async throws {
    try await ClusterPlace.with { cluster in
      _ = try await Self.first(cluster)
      try cluster.place.write(Self.settings.replacing("red", with: "blue"), "manifests/settings.yaml")
      let executor = try cluster.place.executor()
      let old = try await executor.plan(cluster.place.folder) { _ in }
      let new = try await executor.plan(cluster.place.folder) { _ in }
      try await cluster.place.approveAndApply(new)
      _ = try cluster.changes()
      _ = try await executor.approve(old.record.id, word: ApprovalWord(approver: "maria"))
      await Place.refused(.changed) { _ = try await executor.apply(old.record.id) { _ in } }
      #expect(try cluster.changes().isEmpty)
    }
  }

  @Test(.needsCluster)
  func whatTheServerRefusesIsNotPlanned() async throws {
    try await ClusterPlace.with { cluster in
      try cluster.place.write(
        Self.settings.replacing("red", with: "refused-by-admission"), "manifests/settings.yaml")
      await #expect {
        _ = try await cluster.place.executor().plan(cluster.place.folder) { _ in }
      } throws: { error in
        (error as? DeliveryError)?.detail.contains("admission policy") == true
      }
      #expect(try cluster.changes().isEmpty)
    }
  }

  @Test func withoutKubectlItIsSaid() async throws {
    try await Place.with { place in
      try FileManager.default.removeItem(atPath: "\(place.folder)/main.tf")
      try place.write(Self.settings, "manifests/settings.yaml")
      let executor = try place.executor(kubectl: nil)
      await Place.refused(.toolMissing) { _ = try await executor.plan(place.folder) { _ in } }
    }
  }

  @Test func brokenManifestsAreNamedWithTheirPlace() async throws {
    try await Place.with { place in
      try place.write(
        Self.web.replacing("{matchLabels: {app: web}}", with: "{matchLabels: {app: x}}"), "manifests/web.yaml"
      )
      await #expect {
        _ = try await place.executor().plan(place.folder) { _ in }
      } throws: { "\($0)".contains("Selector matches no pod") }
    }
  }
}
