import Basics
import HCL
import ProviderSchemas
import Repair
import Requirements

/// Composes a resource of any type from its schema: what the request gives, what the type requires, references to what is
/// there, and what its siblings have in common. What nothing tells becomes a variable that a person fills.
struct ResourceComposer {
  /// A composed resource.
  struct Composition {
    var address: String
    /// Blocks as text: the resource, and variables that it needs.
    var source: String
    var variables: [String]
    var assumptions: [String]
  }

  let type: String
  let label: String
  /// The name that the request gives.
  let name: String?
  let present: PresentConfiguration
  let schema: (provider: ProviderSchema, block: BlockSchema)
  let references: ReferenceFinder
  /// Values of the request, by path.
  let settings: [[String]: Value]
  /// Resources that the request names beside it.
  let beside: [PresentConfiguration.Item]
  /// Blocks, as text, that go with what is given.
  let completions: [String]

  func composition() -> Composition {
    var parts = Parts()
    var lines = arguments(of: schema.block, at: [], parts: &parts)
    lines += blocks(of: schema.block, at: [], parts: &parts)
    lines += completions
    let body = lines.map { "  \($0)" }.joined(separator: "\n")
    var source = "resource \"\(type)\" \"\(label)\" {\n\(body)\n}\n"
    if lines.isEmpty { source = "resource \"\(type)\" \"\(label)\" {\n}\n" }
    for variable in parts.variables {
      source +=
        "\nvariable \"\(variable.name)\" {\n  description = \(quotedSource(variable.about))\n  type = \(variable.type)\n}\n"
    }
    return Composition(
      address: "\(type).\(label)", source: HCLFormatter.format(source) ?? source,
      variables: parts.variables.map(\.name), assumptions: parts.assumptions)
  }

  private struct Parts {
    var variables: [(name: String, about: String, type: String)] = []
    var assumptions: [String] = []
  }

  private var siblings: [PresentConfiguration.Item] { present.items(of: type) }

  private func arguments(of block: BlockSchema, at path: [String], parts: inout Parts) -> [String] {
    var lines: [String] = []
    for (argument, attribute) in block.attributes.sorted(by: { order($0) < order($1) })
    where attribute.use != .computed {
      let whole = path + [argument]
      if let source = source(of: argument, attribute: attribute, at: whole, parts: &parts) {
        lines.append("\(argument) = \(source)")
      }
    }
    return lines
  }

  private func order(_ entry: (key: String, value: AttributeSchema)) -> (Int, String) {
    (Self.isIdentity(entry.key) ? 0 : entry.key == "tags" ? 2 : 1, entry.key)
  }

  private func source(
    of argument: String, attribute: AttributeSchema, at path: [String], parts: inout Parts
  ) -> String? {
    if let value = settings[path] { return value.source }
    let isTop = path.count == 1
    if isTop, isName(argument), attribute.type == .string, let name { return quotedSource(name) }
    if attribute.type == .string || attribute.type == .list(.string) || attribute.type == .set(.string),
      let reference = reference(argument, attribute: attribute)
    {
      return reference
    }
    if isTop, let shared = shared(argument) { return shared }
    if isTop, argument.contains("cidr"), attribute.type == .string, let next = nextBlock(argument) {
      parts.assumptions.append("\(type).\(label) gets \(next), the next free block beside its siblings.")
      return quotedSource(next)
    }
    if isTop, argument == "tags", let name, !schema.block.attributes.keys.contains(where: Self.isIdentity) {
      return "{ Name = \(quotedSource(name)) }"
    }
    guard attribute.use == .required else { return nil }
    if isTop, isName(argument), attribute.type == .string {
      return quotedSource(label.replacing("_", with: "-"))
    }
    if let usual = RepairDefaults.shipped.value(at: path, of: type) {
      parts.assumptions.append(
        "\(path.joined(separator: ".")) of \(type).\(label) is \(usual.source), the usual value.")
      return usual.source
    }
    let accepted = accepted(path)
    if accepted.count == 1, let only = accepted.first { return quotedSource(only) }
    let variable = "\(label)_\(path.joined(separator: "_"))"
    let choice = accepted.isEmpty ? "" : " One of \(accepted.prefix(8).joined(separator: ", "))."
    parts.variables.append(
      (
        variable, "\(path.joined(separator: ".")) of \(type).\(label).\(choice)",
        attribute.type.constraint
      ))
    return "var.\(variable)"
  }

  private func blocks(of block: BlockSchema, at path: [String], parts: inout Parts) -> [String] {
    block.blocks.sorted { $0.key < $1.key }.flatMap { name, nested -> [String] in
      let whole = path + [name]
      let isGiven = settings.keys.contains { $0.starts(with: whole) }
      guard nested.minimum > 0 || isGiven, whole.count < 6 else { return [] }
      let inner = schema.provider.block(nested)
      let lines = arguments(of: inner, at: whole, parts: &parts) + blocks(of: inner, at: whole, parts: &parts)
      return ["\(name) {"] + lines + ["}"]
    }
  }

  /// A reference to what the request names beside it, or to the only one there is where the argument is required.
  private func reference(_ argument: String, attribute: AttributeSchema) -> String? {
    guard let target = references.types(for: argument, of: type, isStrict: attribute.use != .required) else {
      return nil
    }
    let named = beside.filter { target.types.contains($0.type) }
    if !named.isEmpty {
      return references.source(named, attribute: target.attribute, type: attribute.type)
    }
    guard attribute.use == .required || isOneOfGroup(argument), shared(argument) == nil else { return nil }
    let all = present.items.filter { target.types.contains($0.type) }
    if case .string = attribute.type, all.count > 1 { return nil }
    return references.source(all, attribute: target.attribute, type: attribute.type)
  }

  /// Whether the provider wants this argument or another one of a group, none of which is given.
  private func isOneOfGroup(_ argument: String) -> Bool {
    ConstraintSet.shipped.constraints(for: type).contains { constraint in
      (constraint.oneOf + constraint.anyOf).contains { group in
        group.first == argument && !group.contains { settings[[$0]] != nil }
      }
    }
  }

  /// What all siblings write for an argument, word for word.
  private func shared(_ argument: String) -> String? {
    guard let first = siblings.first, argument != "tags", !Self.isIdentity(argument),
      !Self.isOwn(argument)
    else { return nil }
    let texts = siblings.map { item in
      item.block.body.attribute(argument).map { text(of: $0, in: item) } ?? nil
    }
    guard let text = texts.first ?? nil, texts.allSatisfy({ $0 == text }), first.type == type else {
      return nil
    }
    return text
  }

  private func text(of attribute: Attribute, in item: PresentConfiguration.Item) -> String? {
    guard let file = present.files.first(where: { $0.path == item.file }),
      let text = file.source(of: attribute.value.range).map(String.init)
    else { return nil }
    // What is made of its own place in a count or of each key is no value of another one.
    return text.contains("count.") || text.contains("each.") ? nil : text
  }

  /// The block of addresses of the same size behind the highest of the siblings.
  private func nextBlock(_ argument: String) -> String? {
    var evaluator = Evaluator(scope: Scope(), isLenient: true)
    let blocks = siblings.compactMap { item in
      item.block.body.attribute(argument).flatMap { evaluator.evaluate($0.value).text }
    }.compactMap(AddressBlock.init)
    var free = blocks.max { $0.start < $1.start }?.next
    while let block = free, blocks.contains(where: block.overlaps) { free = block.next }
    return free?.description
  }

  private func accepted(_ path: [String]) -> [String] {
    ConstraintSet.shipped.constraints(for: type).flatMap { $0.values + $0.wordsInAnyCase }
      .filter { $0.path == path.joined(separator: ".") }.flatMap(\.texts)
  }

  /// As an argument that is called for the thing: `dashboard_name` of a dashboard.
  private func isName(_ argument: String) -> Bool {
    Self.isIdentity(argument) || argument == "\(type.split(separator: "_").last ?? "")_name"
  }

  /// Whether an argument is what a thing is called.
  static func isIdentity(_ argument: String) -> Bool {
    ["name", "bucket", "identifier", "cluster_identifier", "function_name", "family"].contains(argument)
  }

  /// Whether an argument sets one apart from its siblings.
  private static func isOwn(_ argument: String) -> Bool {
    ["cidr", "zone", "description", "count", "for_each", "priority", "ip", "prefix"].contains {
      argument.contains($0)
    }
  }
}
