import Basics
import Clouds
import HCL
import ProviderSchemas
import ResourceGraph
import Vocabulary

/// Finds where a configuration leans on something outside of itself: identifiers written out instead of references,
/// data sources that read an account, variables that ask, arguments the provider is about to drop. Such a draft may be
/// valid and still not be what can be planned as it stands.
struct SelfContainmentCheck {
  let graph: ResourceGraph
  /// What the request gives word for word is no invention.
  let given: String

  func findings() -> [Finding] {
    graph.resources.flatMap { hardCoded($0) + deprecated($0) + readsAccount($0) }
      + graph.configuration.compactMap(asksInput)
  }

  /// References between resources, counted by argument.
  func connections() -> Int {
    graph.resources.reduce(0) { $0 + $1.references.count { !$0.target.hasPrefix("var.") } }
  }

  private func hardCoded(_ resource: Resource) -> [Finding] {
    guard resource.kind == .managed || resource.kind == .data else { return [] }
    let wired = Set(resource.references.map(\.path))
    return resource.attributes.texts().compactMap { path, text in
      guard text.count > 2, !given.contains(text), !Self.isWired(path, wired: wired),
        HardCodedIdentifier.isOne(text, argument: path, isManaged: resource.kind == .managed)
      else { return nil }
      return Finding(
        rule: Finding.Rule.hardCoded, severity: .low, category: .correctness,
        address: "\(resource.address).\(path)", range: resource.range, summary: "Identifier written out",
        evidence: "\(path) is \"\(text)\", which nothing in the configuration makes.",
        remedy: "Refer to the resource that makes it, or take it from a variable.")
    }
  }

  private static func isWired(_ path: String, wired: Set<String>) -> Bool {
    wired.contains { $0 == path || path.hasPrefix("\($0).") || $0.hasPrefix("\(path).") }
  }

  private func deprecated(_ resource: Resource) -> [Finding] {
    guard resource.kind == .managed, let block = ProviderSchema.shippedResource(resource.type) else {
      return []
    }
    return (resource.attributes.members ?? []).compactMap { name, value in
      guard block.attributes[name]?.isDeprecated == true, !value.isNull, value != .list([]) else {
        return nil
      }
      return Finding(
        rule: Finding.Rule.deprecated, severity: .low, category: .operations,
        address: "\(resource.address).\(name)",
        range: resource.range, summary: "Argument is deprecated",
        evidence: "The provider has announced the end of \(name) of \(resource.type).",
        remedy: "Use the resource or argument that took its place.")
    }
  }

  private func readsAccount(_ resource: Resource) -> [Finding] {
    guard resource.kind == .data, let cloud = CloudCatalog.current.cloud(ofType: resource.type),
      !cloud.computedDataSources.contains(resource.type)
    else { return [] }
    return [
      Finding(
        rule: Finding.Rule.readsAccount, severity: .info, category: .operations, outcome: .unknown,
        address: resource.address, range: resource.range, summary: "Plan reads the account",
        evidence: "\(resource.address) is looked up in the account when it is planned.",
        remedy: "Credentials are needed for the plan.")
    ]
  }

  private func asksInput(_ block: Resource) -> Finding? {
    guard block.type == "variable", block.attributes["default"] == nil else { return nil }
    return Finding(
      rule: Finding.Rule.asksInput, severity: .info, category: .operations, outcome: .unknown,
      address: block.address, range: block.range, summary: "Plan asks for a value",
      evidence: "\(block.address) has no default.", remedy: "Give it a value when it is planned.")
  }
}

extension Value {
  /// Every text inside with the path to it; elements of a list share the path of the list.
  fileprivate func texts(_ path: String = "") -> [(path: String, text: String)] {
    switch self {
    case .string(let text): [(path, text)]
    case .list(let items): items.flatMap { $0.texts(path) }
    case .object(let members):
      members.sorted { $0.key < $1.key }.flatMap {
        $0.value.texts(path.isEmpty ? $0.key : "\(path).\($0.key)")
      }
    default: []
    }
  }
}
