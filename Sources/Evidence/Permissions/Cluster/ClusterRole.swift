import Basics
import HCL
import Manifests
import ResourceGraph

/// A `Role` or `ClusterRole`.
struct ClusterRole: Sendable {
  /// `NAMESPACE/NAME`, with nothing before the slash for one of the whole cluster.
  let id: String
  let name: String
  let namespace: String?
  let labels: [String: String]
  var rules: [ClusterRule]
  /// Which roles' rules it takes over.
  let aggregates: [LabelSelector]

  init?(_ resource: Resource) {
    guard ["Role", "ClusterRole"].contains(resource.type) else { return nil }
    let metadata = resource.attributes["metadata"]
    name = resource.name
    namespace = resource.type == "Role" ? metadata?["namespace"]?.text ?? "default" : nil
    id = "\(namespace ?? "")/\(resource.name)"
    labels = Dictionary(
      (metadata?["labels"]?.members ?? []).compactMap { pair in pair.value.text.map { (pair.key, $0) } }
    ) { first, _ in first }
    rules = (resource.attributes["rules"]?.elements ?? []).map(ClusterRule.init)
    aggregates = (resource.attributes["aggregationRule"]?["clusterRoleSelectors"]?.elements ?? []).map(
      { LabelSelector(JSONValue($0) ?? .null) })
  }

  init(name: String, rules: [ClusterRule]) {
    id = "/\(name)"
    self.name = name
    namespace = nil
    labels = [:]
    self.rules = rules
    aggregates = []
  }

  /// Roles that every cluster has and whose rules the documentation states in full. The others of this kind (`admin`,
  /// `edit`, `view`) differ by version and what is installed, and so are not known.
  static let everywhere: [String: [ClusterRule]] = [
    "cluster-admin": [
      ClusterRule(verbs: ["*"], groups: ["*"], resources: ["*"]), ClusterRule(verbs: ["*"], paths: ["*"]),
    ]
  ]
}
