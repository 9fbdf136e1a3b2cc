import Basics
import HCL
import ResourceGraph

/// Finds the place that decides the value of an argument: the block of the resource, the argument of the call of its
/// module, a local value, a file of values, or the default of a variable. What others depend on too is not changed.
struct DecidingPlaces: Sendable {
  private let declarations: CodeDeclarations
  /// By the root folder of each configuration.
  private let installed: [String: [String: String]]
  private let foreign: Set<String>
  /// A chain of variables and local values longer than this is a loop.
  private static let depth = 16
  /// Names that an expression may not have for a patch to replace it by a value: it is computed from something.
  private static let inputs: Set<String> = ["var", "local", "each", "count", "module", "data"]

  init(_ declarations: CodeDeclarations, configurations: [CodeConfiguration]) {
    self.declarations = declarations
    installed = Dictionary(configurations.map { ($0.root, $0.sources.installed) }) { first, _ in first }
    foreign = configurations.reduce(into: []) { $0.formUnion($1.foreign) }
  }

  /// A module as the calls lead to it.
  private struct Scope {
    /// The names of the calls, outermost first.
    var calls: [String]
    /// The folder of the root, then of each module that is called.
    var folders: [String]
    var folder: String { folders.last ?? "" }
    var parent: Scope { Scope(calls: calls.dropLast(), folders: folders.dropLast()) }
  }

  /// - Parameters:
  ///   - path: of an argument of the resource.
  ///   - block: of the resource, in a file whose folder is that of its module.
  ///   - root: the folder of the root module.
  ///   - mayChangeBlock: whether all that the block makes is to be changed.
  /// - Throws: why there is no such place among the person's files.
  func place(
    of path: [String], block: Block, slice: CodeSlice, modulePrefix: String, root: String,
    mayChangeBlock: Bool
  ) throws(CodePlaceFault) -> CodePlace {
    let scope = try scope(modulePrefix, root: root)
    let own = BlockAddress(block.type, labels: block.labels)
    let place = try decide(path[...], body: block.body, of: own, slice: slice, scope: scope, depth: 0)
    if place.slice == slice, !mayChangeBlock {
      throw CodePlaceFault(
        reason:
          "The block makes other resources too, in other calls of its module: a change of it would change them."
      )
    }
    try checkOwn(place.slice)
    return place
  }

  /// - Throws: where a file is not the person's to change.
  func checkOwn(_ slice: CodeSlice) throws(CodePlaceFault) {
    guard foreign.contains(slice.file) else { return }
    throw CodePlaceFault(
      reason:
        "\(slice.file) belongs to a module that was fetched: choose it by an input or another version of it.")
  }

  private func scope(_ modulePrefix: String, root: String) throws(CodePlaceFault) -> Scope {
    var scope = Scope(calls: [], folders: [root])
    for name in Self.calls(modulePrefix) {
      guard let call = declarations.declaration("module", named: name, in: scope.folder) else {
        throw CodePlaceFault(reason: "The call of module \(name) is not among the files given.")
      }
      let calls = scope.calls + [name]
      guard
        let folder = call.block.localFolder(from: scope.folder)
          ?? installed[root]?[calls.joined(separator: ".")]
      else { throw CodePlaceFault(reason: "The files of module \(name) are not among those given.") }
      scope = Scope(calls: calls, folders: scope.folders + [folder])
    }
    return scope
  }

  /// The names of the calls of `module.net["a"].module.subnets.`.
  private static func calls(_ modulePrefix: String) -> [String] {
    var calls: [String] = []
    var rest = modulePrefix[...]
    while rest.hasPrefix("module.") {
      rest = rest.dropFirst("module.".count)
      calls.append(String(rest.prefix { $0 != "." && $0 != "[" }))
      rest = rest.drop { $0 != "." && $0 != "[" }
      if rest.first == "[" { rest = rest[(rest.range(ofClosing: "]."))...] }
      rest = rest.dropFirst()
    }
    return calls
  }

  private func decide(
    _ path: ArraySlice<String>, body: Body, of block: BlockAddress?, slice: CodeSlice, scope: Scope,
    depth: Int
  ) throws(CodePlaceFault) -> CodePlace {
    let here = CodePlace(slice: slice, block: block, path: Array(path))
    guard depth < Self.depth else { throw CodePlaceFault(reason: "Its value goes in a circle.") }
    let (expressions, isDynamic) = Self.expressions(at: path, in: body)
    if isDynamic { throw CodePlaceFault(reason: "A dynamic block makes it: change what it is made from.") }
    guard let (expression, members) = expressions.first else { return here }
    guard expressions.count == 1 else {
      for (expression, _) in expressions { try checkPlain(expression) }
      return here
    }
    let inner = Self.unwrapped(expression)
    guard case .reference(let traversal) = inner.kind, ["var", "local"].contains(traversal.root),
      let name = traversal.steps.first?.name
    else {
      try checkPlain(expression)
      return here
    }
    let steps = try Self.names(traversal.steps.dropFirst()) + members
    try checkUsers(of: traversal.root, named: name, slice: slice, scope: scope)
    if traversal.root == "local" {
      guard let local = declarations.declaration("local", named: name, in: scope.folder) else {
        throw CodePlaceFault(reason: "local.\(name) is not among the files given.")
      }
      return try decide(
        [name] + steps, body: local.block.body, of: BlockAddress("locals"), slice: local.slice, scope: scope,
        depth: depth + 1)
    }
    return try decide(variable: name, members: steps, scope: scope, depth: depth)
  }

  private func decide(
    variable name: String, members: [String], scope: Scope, depth: Int
  ) throws(CodePlaceFault) -> CodePlace {
    if let call = scope.calls.last {
      let parent = scope.parent
      guard let place = declarations.declaration("module", named: call, in: parent.folder) else {
        throw CodePlaceFault(reason: "The call of module \(call) is not among the files given.")
      }
      return try decide(
        [name] + members, body: place.block.body, of: BlockAddress("module", labels: [call]),
        slice: place.slice, scope: parent, depth: depth + 1)
    }
    if let value = declarations.value(of: name, root: scope.folder) {
      try checkPlain(value.attribute.value)
      return CodePlace(slice: value.slice, block: nil, path: [name] + members)
    }
    guard let variable = declarations.declaration("variable", named: name, in: scope.folder),
      variable.block.body.attribute("default") != nil
    else {
      throw CodePlaceFault(
        reason: "var.\(name) decides it and is given from outside: change the value where it is given.")
    }
    return CodePlace(
      slice: variable.slice, block: BlockAddress("variable", labels: [name]), path: ["default"] + members)
  }

  private func checkUsers(
    of root: String, named name: String, slice: CodeSlice, scope: Scope
  ) throws(CodePlaceFault) {
    let others = declarations.users(of: root, named: name, in: scope.folder, beside: slice)
    guard let other = others.first else { return }
    throw CodePlaceFault(
      reason:
        "\(root).\(name) decides it, and \(other.file):\(other.line) depends on that too: give it a value of its own."
    )
  }

  private func checkPlain(_ expression: HCLExpression) throws(CodePlaceFault) {
    guard let input = expression.references.first(where: { Self.inputs.contains($0.root) }) else { return }
    throw CodePlaceFault(
      reason:
        "Its value is computed from \(input) (\(expression.range.file):\(expression.range.start.line)): change it there."
    )
  }

  /// What stands at a path of blocks and objects, with the part of the path that is left within it.
  private static func expressions(at path: ArraySlice<String>, in body: Body)
    -> (found: [(HCLExpression, rest: [String])], isDynamic: Bool)
  {
    guard let name = path.first else { return ([], false) }
    if let attribute = body.attribute(name) {
      return ([inside(attribute.value, path: path.dropFirst())], false)
    }
    if body.blocks("dynamic").contains(where: { $0.labels.first == name }) { return ([], true) }
    return body.blocks(name).reduce(into: ([], false)) { result, block in
      let inner = expressions(at: path.dropFirst(), in: block.body)
      result = (result.0 + inner.found, result.1 || inner.isDynamic)
    }
  }

  private static func inside(_ value: HCLExpression, path: ArraySlice<String>) -> (
    HCLExpression, rest: [String]
  ) {
    guard let name = path.first, case .object(let items) = value.kind,
      let item = items.first(where: { $0.literalKey == name })
    else { return (value, Array(path)) }
    return inside(item.value, path: path.dropFirst())
  }

  private static func unwrapped(_ expression: HCLExpression) -> HCLExpression {
    switch expression.kind {
    case .wrapped(let inner), .parentheses(let inner): unwrapped(inner)
    default: expression
    }
  }

  /// Steps into objects, as names.
  private static func names(_ steps: ArraySlice<Traversal.Step>) throws(CodePlaceFault) -> [String] {
    var names: [String] = []
    for step in steps {
      switch step.kind {
      case .attribute(let name): names.append(name)
      case .index(.string(let key)): names.append(key)
      case .index: throw CodePlaceFault(reason: "It is an element of a list: change it there.")
      }
    }
    return names
  }
}

extension Substring {
  /// Where a closing mark of two characters begins, past the first of them; the end where there is none.
  fileprivate func range(ofClosing mark: String) -> Index {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(mark) { return self.index(after: index) }
      index = self.index(after: index)
    }
    return endIndex
  }
}
