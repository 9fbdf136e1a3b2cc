import Basics

/// An object as the API server gives it.
struct ClusterObject: Sendable {
  let value: JSONValue

  var kind: String { value["kind"]?.string ?? "" }
  var uid: String? { value["metadata"]?["uid"]?.string }
  var resourceVersion: String? { value["metadata"]?["resourceVersion"]?.string }

  /// `Deployment/shop/web`.
  var address: String {
    [value["kind"], value["metadata"]?["namespace"], value["metadata"]?["name"]]
      .compactMap { $0?.string }.joined(separator: "/")
  }

  /// What a person wrote of it, without what the server keeps about it.
  var essence: JSONValue {
    let kept: Set<String> = ["name", "namespace", "labels", "annotations"]
    return .object(
      (value.object ?? []).filter { $0.key != "status" }.map { member in
        guard member.key == "metadata" else { return member }
        return JSONMember(
          "metadata", value: .object((member.value.object ?? []).filter { kept.contains($0.key) }))
      })
  }

  static func byAddress(_ objects: [ClusterObject]) -> [String: ClusterObject] {
    Dictionary(objects.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The object as a plan keeps it, bound to what it is on the server now.
  /// - Parameter live: nil where it does not exist.
  func planned(live: ClusterObject?, isOurs: Bool) -> ClusterPlan.Object {
    ClusterPlan.Object(
      address: address, apiVersion: value["apiVersion"]?.string ?? "", kind: kind,
      namespace: value["metadata"]?["namespace"]?.string ?? "",
      name: value["metadata"]?["name"]?.string ?? "", uid: live?.uid,
      resourceVersion: live?.resourceVersion, isOurs: isOurs)
  }

  /// What happens to an object; nil where nothing does.
  /// - Parameters: nil where the object does not exist, or will not.
  static func delta(from live: ClusterObject?, to merged: ClusterObject?) -> ResourceDelta? {
    guard let object = merged ?? live, !object.kind.isEmpty else { return nil }
    let action: PlannedChange.Action = live == nil ? .create : merged == nil ? .delete : .update
    var differing: [String] = []
    if let live, let merged { differing = differingPaths(from: live, to: merged) }
    guard action != .update || !differing.isEmpty else { return nil }
    return ResourceDelta(
      change: PlannedChange(
        address: object.address, type: object.kind, action: action, differing: differing),
      before: live?.essence ?? .null, after: merged?.essence ?? .null)
  }

  /// Where what a person wrote of two objects differs, at most three steps deep: `spec.template.spec`.
  static func differingPaths(from before: ClusterObject, to after: ClusterObject) -> [String] {
    paths(from: before.essence, to: after.essence, prefix: [])
  }

  private static func paths(from before: JSONValue, to after: JSONValue, prefix: [String]) -> [String] {
    guard before.canonical != after.canonical else { return [] }
    guard prefix.count < 3, let old = before.object, let new = after.object else {
      return [prefix.joined(separator: ".")]
    }
    let keys = Set(old.map(\.key)).union(new.map(\.key)).sorted()
    return keys.flatMap {
      paths(from: before[$0] ?? .null, to: after[$0] ?? .null, prefix: prefix + [$0])
    }
  }
}
