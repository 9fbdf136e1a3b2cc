import Records
import Basics
import Digests
import FoundationEssentials
import Store

extension Executor {
  /// What `kubectl` found out.
  struct ClusterFindings: Sendable {
    let plan: ClusterPlan
    let deltas: [ResourceDelta]
    /// What an undo cannot give back.
    let losses: [String]
  }

  /// Asks the API server what the manifests would change; nil where there are none and were none.
  func planCluster(
    _ goal: PlanGoal, earlier: [(apply: ApplyRecord, document: PlanDocument)], workspace: Workspace,
    progress: @escaping ProgressObserver
  ) async throws -> ClusterFindings? {
    let manifests = goal.purpose == .destroy ? [] : try goal.configuration.objects()
    let former = earlier.flatMap { $0.document.cluster?.objects ?? [] }.filter(\.isOurs)
    guard !manifests.isEmpty || !former.isEmpty else { return nil }
    let session = try clusterSession(workspace)
    let name = try await session.name()
    progress(.step("\(name) apply --dry-run=server"))
    let merged =
      manifests.isEmpty ? [] : try await session.dryRun(takesOwnership: goal.takesOwnership)
    let live = manifests.isEmpty ? [] : try await session.live(workspace.manifestFolder)
    progress(.step("\(name) diff"))
    let diff = manifests.isEmpty ? "" : try await session.diff(takesOwnership: goal.takesOwnership).text
    let present = Dictionary(live.map { (Self.address($0), $0) }, uniquingKeysWith: { first, _ in first })
    let ours = Set(former.map(\.address))
    let objects = merged.map { object in
      let address = Self.address(object)
      return Self.object(
        object, live: present[address], isOurs: present[address] == nil || ours.contains(address))
    }.sorted { $0.address < $1.address }
    let kept = Set(objects.map(\.address))
    let candidates = Dictionary(former.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
      .values.filter { !kept.contains($0.address) }
    let going = try await session.live(Array(candidates))
    let deletions = going.map { Self.object($0, live: $0, isOurs: true) }.sorted { $0.address < $1.address }
    let deltas =
      merged.compactMap { Self.delta(present[Self.address($0)], merged: $0) }
      + going.compactMap { Self.delta($0, merged: nil) }
    let strangers = deltas.filter { $0.change.action == .update && !ours.contains($0.change.address) }
    return ClusterFindings(
      plan: ClusterPlan(
        tool: name, toolDigest: try Self.fileDigest(session.kubectl), server: try await session.server(),
        takesOwnership: goal.takesOwnership, objects: objects, deletions: deletions,
        changesDigest: Digest(of: .array(merged.map(Self.essence))).hexadecimal,
        diff: ClusterDiff.withoutPlaces(diff)),
      deltas: deltas.sorted { $0.change.address < $1.change.address },
      losses: strangers.map {
        "\($0.change.address): it was there before Consilium; an undo releases its fields and does not restore them."
      })
  }

  /// Whether the objects are still those of the plan; a name of what moved where they are not.
  func movedObject(_ plan: ClusterPlan, session: ClusterSession) async throws -> String? {
    guard try await session.server() == plan.server else { return "the cluster, which is another one now" }
    let planned = plan.objects + plan.deletions
    let live = try await session.live(planned)
    let present = Dictionary(live.map { (Self.address($0), $0) }, uniquingKeysWith: { first, _ in first })
    return planned.first { object in
      let now = present[object.address]?["metadata"]
      return now?["uid"]?.string != object.uid || now?["resourceVersion"]?.string != object.resourceVersion
    }?.address
  }

  static func address(_ object: JSONValue) -> String {
    [object["kind"], object["metadata"]?["namespace"], object["metadata"]?["name"]]
      .compactMap { $0?.string }.joined(separator: "/")
  }

  private static func object(_ object: JSONValue, live: JSONValue?, isOurs: Bool) -> ClusterPlan.Object {
    ClusterPlan.Object(
      address: address(object), apiVersion: object["apiVersion"]?.string ?? "",
      kind: object["kind"]?.string ?? "", namespace: object["metadata"]?["namespace"]?.string ?? "",
      name: object["metadata"]?["name"]?.string ?? "", uid: live?["metadata"]?["uid"]?.string,
      resourceVersion: live?["metadata"]?["resourceVersion"]?.string, isOurs: isOurs)
  }

  /// What a person wrote of an object, without what the server keeps about it.
  static func essence(_ object: JSONValue) -> JSONValue {
    let kept: Set<String> = ["name", "namespace", "labels", "annotations"]
    return .object(
      (object.object ?? []).filter { $0.key != "status" }.map { member in
        guard member.key == "metadata" else { return member }
        return JSONMember(
          "metadata", value: .object((member.value.object ?? []).filter { kept.contains($0.key) }))
      })
  }

  /// - Parameters: nil where the object does not exist, or will not.
  private static func delta(_ live: JSONValue?, merged: JSONValue?) -> ResourceDelta? {
    guard let object = merged ?? live, let kind = object["kind"]?.string else { return nil }
    let before = live.map(essence) ?? .null
    let after = merged.map(essence) ?? .null
    let action: PlannedChange.Action = live == nil ? .create : merged == nil ? .delete : .update
    let differing = action == .update ? differingPaths(before, after: after) : []
    guard action != .update || !differing.isEmpty else { return nil }
    return ResourceDelta(
      change: PlannedChange(address: address(object), type: kind, action: action, differing: differing),
      before: before, after: after)
  }

  /// Where what a person wrote of two objects differs.
  static func differingPaths(_ before: JSONValue, after: JSONValue) -> [String] {
    paths(essence(before), after: essence(after))
  }

  /// Where two values differ, at most three steps deep: `spec.template.spec`.
  private static func paths(_ before: JSONValue, after: JSONValue, prefix: [String] = []) -> [String] {
    guard before.canonical != after.canonical else { return [] }
    guard prefix.count < 3, let old = before.object, let new = after.object else {
      return [prefix.joined(separator: ".")]
    }
    let keys = Set(old.map(\.key)).union(new.map(\.key)).sorted()
    return keys.flatMap { paths(before[$0] ?? .null, after: after[$0] ?? .null, prefix: prefix + [$0]) }
  }
}
