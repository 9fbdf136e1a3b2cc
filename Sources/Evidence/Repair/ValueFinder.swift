import Validation
import ProviderSchemas
import ResourceGraph
import Basics
import HCL

/// Finds what a missing argument should be: the only resource it can name, the name of its own resource, the usual
/// value, or else an input variable.
struct ValueFinder {
  private let module: Module
  private let schemas: [String: ProviderSchema]
  private let providers: ProviderNames
  private let defaults = RepairDefaults.shipped
  /// The variables declared so far, each with what it stands for.
  private var variables: [String: String] = [:]

  init(_ module: Module, schemas: [String: ProviderSchema], providers: ProviderNames) {
    self.module = module
    self.schemas = schemas
    self.providers = providers
  }

  mutating func value(at path: [String], of resource: Module.ResourceBlock, _ type: ValueType) -> MissingValue
  {
    let argument = path.last ?? ""
    if let reference = reference(argument, type: type, resource: resource) {
      return MissingValue(
        source: reference, reason: "\"\(argument)\" is required and was set to \(reference).")
    }
    if let value = defaults.value(at: path, of: resource.type), type.problem(with: value) == nil {
      return MissingValue(
        source: value.source,
        reason: "\"\(argument)\" is required and was set to \(value.source), the usual choice.")
    }
    if path.count == 1, type == .string, isOwnName(argument, of: resource.type) {
      let name = quotedSource(resource.name.replacing("_", with: "-").lowercased())
      return MissingValue(
        source: name, reason: "\"\(argument)\" is required and was set from the name of the resource.")
    }
    let (name, variable) = newVariable(for: path, of: resource, type)
    return MissingValue(
      source: "var.\(name)", reason: "\"\(argument)\" is required and became an input variable.",
      variable: variable)
  }

  /// A variable of that name, or with the type in front where the name is taken; its declaration only the first time.
  mutating func newVariable(
    for path: [String], of resource: Module.ResourceBlock, _ type: ValueType, isSensitive: Bool = false
  ) -> (name: String, variable: NewVariable?) {
    let meaning = "\(resource.address).\(path.joined(separator: "."))"
    let name = (path.first == resource.name ? path : [resource.name] + path).joined(separator: "_")
    let short = resource.type.drop { $0 != "_" }.dropFirst()
    let candidates = [name, "\(short)_\(name)"] + (2..<10).map { "\(short)_\(name)_\($0)" }
    let free =
      candidates.first { module.variables[$0] == nil && (variables[$0] ?? meaning) == meaning } ?? name
    if variables.updateValue(meaning, forKey: free) != nil { return (free, nil) }
    let words = (path.last ?? "").split(separator: "_").joined(separator: " ")
    let variable = NewVariable(
      name: free, type: type.constraint, description: "The \(words) of \(resource.address)",
      isSensitive: isSensitive)
    return (free, variable)
  }

  private func isOwnName(_ argument: String, of type: String) -> Bool {
    if ["name", "identifier"].contains(argument) || argument.hasSuffix("_name") { return true }
    guard
      let stem = ["_identifier", "_id"].first(where: argument.hasSuffix).map({ argument.dropLast($0.count) })
    else { return false }
    return type.hasSuffix("_\(stem)")
  }

  // MARK: References

  /// Whether there is something that an argument of that name can refer to.
  func canRefer(_ argument: String, type: ValueType, from resource: Module.ResourceBlock) -> Bool {
    reference(argument, type: type, resource: resource) != nil
  }

  private func reference(_ argument: String, type: ValueType, resource: Module.ResourceBlock) -> String? {
    let isList: Bool
    switch type {
    case .string: isList = false
    case .list(.string), .set(.string): isList = true
    default: return nil
    }
    for target in targets(of: argument, resource.type) {
      let found = module.resources.filter {
        $0.type == target.type && $0.address != resource.address && $0.block.body.attribute("for_each") == nil
          && hasAttribute(target.attribute, resource: $0)
      }
      .filter { !depends($0, on: resource.address) }
      let managed = found.filter { $0.kind == .managed }
      let usable = managed.isEmpty ? found : managed
      guard !usable.isEmpty, isList || usable.count == 1 else { continue }
      if !isList { return single(usable[0], attribute: target.attribute) }
      if usable.count == 1, usable[0].block.body.attribute("count") != nil {
        return "\(usable[0].address)[*].\(target.attribute)"
      }
      return "[\(usable.map { single($0, attribute: target.attribute) }.joined(separator: ", "))]"
    }
    return nil
  }

  private func single(_ resource: Module.ResourceBlock, attribute: String) -> String {
    let isCounted = resource.block.body.attribute("count") != nil
    return "\(resource.address)\(isCounted ? "[0]" : "").\(attribute)"
  }

  /// Those that the argument's name says, of the resource's own family first.
  private func targets(of argument: String, _ type: String) -> [RepairDefaults.Target] {
    if let known = defaults.target(of: argument) { return [known] }
    let endings = [("_ids", "id"), ("_id", "id"), ("_arns", "arn"), ("_arn", "arn"), ("_name", "name")]
    guard let (ending, attribute) = endings.first(where: { argument.hasSuffix($0.0) }) else { return [] }
    let stem = argument.dropLast(ending.count)
    let types = Set(module.resources.map(\.type)).filter { $0 != type && $0.hasSuffix("_\(stem)") }
    let family = type.split(separator: "_").prefix(2).joined(separator: "_")
    let near = types.filter { $0.hasPrefix(family) }
    let chosen = near.isEmpty ? types : near
    return chosen.count == 1 ? chosen.map { RepairDefaults.Target(type: $0, attribute: attribute) } : []
  }

  private func hasAttribute(_ name: String, resource: Module.ResourceBlock) -> Bool {
    guard let schema = schemas[providers.source(of: resource)] else { return false }
    let block = resource.kind == .data ? schema.dataSource(resource.type) : schema.resource(resource.type)
    return block?.attributes[name] != nil
  }

  /// Whether one resource refers to another, also through others: naming it there would go round.
  private func depends(_ resource: Module.ResourceBlock, on address: String) -> Bool {
    var seen: Set<String> = []
    var open = [resource]
    while let next = open.popLast() {
      for reference in next.block.body.allReferences {
        guard let (target, _) = reference.resourceTarget, seen.insert(target).inserted else { continue }
        if target == address { return true }
        if let index = module.resourceIndex[target] { open.append(module.resources[index]) }
      }
    }
    return false
  }
}
