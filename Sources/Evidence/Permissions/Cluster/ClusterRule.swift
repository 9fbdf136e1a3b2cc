import HCL

/// One rule of a role: verbs on resources of groups, or on paths.
struct ClusterRule: Hashable, Sendable {
  let verbs: [String]
  let groups: [String]
  let resources: [String]
  /// None for any.
  let names: [String]
  let paths: [String]

  init(_ value: Value) {
    func texts(_ member: String) -> [String] { (value[member]?.elements ?? []).compactMap(\.text) }
    self.init(
      verbs: texts("verbs"), groups: texts("apiGroups"), resources: texts("resources"),
      names: texts("resourceNames"), paths: texts("nonResourceURLs"))
  }

  init(
    verbs: [String], groups: [String] = [], resources: [String] = [], names: [String] = [],
    paths: [String] = []
  ) {
    self.verbs = verbs
    self.groups = groups
    self.resources = resources
    self.names = names
    self.paths = paths
  }

  func allows(_ request: ClusterRequest) -> Bool {
    guard verbs.contains("*") || verbs.contains(request.verb) else { return false }
    if request.resource.hasPrefix("/") {
      return paths.contains { path in
        path == "*" || path == request.resource
          || path.hasSuffix("*") && request.resource.hasPrefix(path.dropLast())
      }
    }
    if let group = request.group, !groups.contains("*"), !groups.contains(group) { return false }
    // Without a group, all of one group is not all that may have been meant.
    if request.group == nil, resources.contains("*"), !groups.contains("*"),
      !resources.contains(request.resource)
    {
      return false
    }
    return isAbout(request.resource) && (names.isEmpty || request.name.map(names.contains) == true)
  }

  /// `pods/*` is no form of a rule; `*/log` is this part of every resource.
  private func isAbout(_ resource: String) -> Bool {
    if resources.contains("*") || resources.contains(resource) { return true }
    let parts = resource.split(separator: "/", maxSplits: 1)
    return parts.count == 2 && resources.contains("*/\(parts[1])")
  }
}
