import Basics

/// Which argument refers to what, as the configuration inside a plan says: through the arguments and outputs of modules, too, so that a
/// subnet that is handed into a module is known there.
struct PlanReferences {
  /// A reference and the module that its target stands in.
  private struct Found {
    let scope: [String]
    let reference: Reference
  }

  /// A module as the configuration has it, with the way that leads to it.
  private struct Scope {
    let module: JSONValue
    /// The names of the calls, from the root.
    let path: [String]
    /// The module that calls it and the call; nil for the root.
    let caller: (scope: [Scope], call: JSONValue)?
  }

  /// Modules that hand something on to each other; more is no configuration that a tool accepts.
  private static let depth = 16

  private var found: [String: [Found]] = [:]
  private var arguments: [String: JSONValue] = [:]

  /// - Parameter json: the plan.
  init(_ json: JSONValue) {
    guard let root = json["configuration"]?["root_module"] else { return }
    collect(Scope(module: root, path: [], caller: nil))
  }

  /// What a resource refers to.
  /// - Parameters:
  ///   - local: its address within the module.
  ///   - path: the calls that lead to its module.
  ///   - prefix: the address of the module's instance, with a dot where there is one.
  func references(of local: String, in path: [String], prefix: String) -> [Reference] {
    (found[Self.key(local, in: path)] ?? []).map { found in
      // Another module's instance is known where it has no key; with one it is named by nothing here, and so stays unknown.
      found.reference.inside(found.scope == path ? prefix : found.scope.map { "module.\($0)." }.joined())
    }
  }

  /// The arguments as they are written.
  func expressions(of local: String, in path: [String]) -> JSONValue? {
    arguments[Self.key(local, in: path)]
  }

  private static func key(_ local: String, in path: [String]) -> String {
    "\(path.joined(separator: "."))|\(local)"
  }

  private mutating func collect(_ scope: Scope) {
    for json in scope.module["resources"]?.array ?? [] {
      guard let address = json["address"]?.string else { continue }
      var own: [Found] = []
      for member in json["expressions"]?.object ?? [] {
        Self.collect(member.value, path: member.key, scope: scope, into: &own)
      }
      found[Self.key(address, in: scope.path)] = own
      arguments[Self.key(address, in: scope.path)] = json["expressions"] ?? .object([])
    }
    guard scope.path.count < Self.depth else { return }
    for call in scope.module["module_calls"]?.object ?? [] {
      guard let inner = call.value["module"] else { continue }
      collect(Scope(module: inner, path: scope.path + [call.key], caller: ([scope], call.value)))
    }
  }

  private static func collect(
    _ expression: JSONValue, path: String, scope: Scope, into found: inout [Found]
  ) {
    if let names = expression["references"]?.array {
      for name in names.compactMap(\.string) {
        for target in targets(of: name, in: scope, depth: depth) {
          found.append(
            Found(
              scope: target.scope,
              reference: Reference(path: path, target: target.target, attribute: target.attribute)))
        }
      }
    } else if let members = expression.object {
      for member in members {
        collect(member.value, path: "\(path).\(member.key)", scope: scope, into: &found)
      }
    } else {
      for item in expression.array ?? [] { collect(item, path: path, scope: scope, into: &found) }
    }
  }

  private typealias Target = (scope: [String], target: String, attribute: String?)

  private static func targets(of name: String, in scope: Scope, depth: Int) -> [Target] {
    let parts = name.prefix { $0 != "[" }.split(separator: ".").map(String.init)
    guard depth > 0, let first = parts.first, parts.count > 1 else { return [] }
    switch first {
    case "local", "each", "count", "path", "terraform", "self": return []
    case "var":
      guard let caller = scope.caller, let outer = caller.scope.first,
        let expression = caller.call["expressions"]?[parts[1]]
      else { return [] }
      return names(in: expression).flatMap { targets(of: $0, in: outer, depth: depth - 1) }
    case "module":
      guard parts.count > 2, let call = scope.module["module_calls"]?[parts[1]], let inner = call["module"],
        let expression = inner["outputs"]?[parts[2]]?["expression"]
      else { return [] }
      let called = Scope(module: inner, path: scope.path + [parts[1]], caller: ([scope], call))
      return names(in: expression).flatMap { targets(of: $0, in: called, depth: depth - 1) }
    default:
      let length = first == "data" ? 3 : 2
      guard parts.count >= length else { return [] }
      return [
        (
          scope.path, parts[..<length].joined(separator: "."),
          parts.count > length ? parts[length] : nil
        )
      ]
    }
  }

  /// All names in an expression, however deep in blocks and lists.
  private static func names(in expression: JSONValue) -> [String] {
    if let names = expression["references"]?.array { return names.compactMap(\.string) }
    if let members = expression.object { return members.flatMap { names(in: $0.value) } }
    return (expression.array ?? []).flatMap(names)
  }
}
