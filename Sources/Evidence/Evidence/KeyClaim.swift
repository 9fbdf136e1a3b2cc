import HCL
import ResourceGraph

/// Decides whose key encrypts something: one of the configuration's or the account's own, or one that the cloud manages for
/// everybody.
struct KeyClaim {
  let graph: ResourceGraph
  /// How the names of keys that the cloud manages begin.
  let managed: String

  /// - Parameter argument: its name, wherever it stands inside the resource.
  /// - Returns: nil where only apply tells.
  func isOwn(_ argument: String, of resource: Resource) -> Bool? {
    let named = resource.references.filter { $0.path.split(separator: ".").last.map(String.init) == argument }
    for target in graph.resources(named: Set(named.map(\.target))) {
      // An alias that is looked up, or a key that is looked up by one.
      let texts = ["name", "key_id"].compactMap { target.attributes[$0]?.text }
      if texts.contains(where: isManaged) { return false }
      return true
    }
    var texts: [Value] = []
    Self.collect(argument, in: resource.attributes, into: &texts)
    let given = texts.filter { !$0.isNull && $0.text != "" }
    guard !given.isEmpty else { return false }
    if given.contains(where: { $0.text.map(isManaged) ?? false }) { return false }
    // What is passed in is known when it is applied, and is somebody's own unless it is said otherwise.
    return given.allSatisfy { $0.text != nil } ? true : named.isEmpty ? nil : true
  }

  private func isManaged(_ text: String) -> Bool {
    text.hasPrefix(managed) || text.contains(":\(managed)")
  }

  private static func collect(_ argument: String, in value: Value, into found: inout [Value]) {
    switch value {
    case .object(let members):
      for (name, member) in members {
        if name == argument { found.append(member) } else { collect(argument, in: member, into: &found) }
      }
    case .list(let items): for item in items { collect(argument, in: item, into: &found) }
    default: break
    }
  }
}
