import ProviderSchemas
import ResourceGraph
import Basics
import HCL

/// Holds a body against the schema of its block.
struct BodyCheck {
  private static let resourceArguments: Set<String> = ["count", "for_each", "depends_on", "provider"]
  private static let resourceBlocks: Set<String> = ["lifecycle", "connection", "provisioner"]

  let schema: ProviderSchema
  let evaluator: ModuleEvaluator
  let address: String
  private(set) var diagnostics: [Diagnostic] = []
  /// What the schema does not tell of this body.
  private(set) var unchecked: Set<String> = []
  /// The demand of the configuration, where it admits later versions than the schema is of.
  private let laterVersions: String?
  /// What the type had in an earlier major, and is gone for certain.
  private let earlierNames: Set<String>

  init(
    schema: ProviderSchema, laterVersions: String?, earlierNames: Set<String> = [],
    evaluator: ModuleEvaluator,
    address: String
  ) {
    self.schema = schema
    self.laterVersions = laterVersions
    self.earlierNames = earlierNames
    self.evaluator = evaluator
    self.address = address
  }

  mutating func checkResource(_ body: Body, block: BlockSchema) {
    if !address.hasPrefix("data."), let id = body.attribute("id"), block.attributes["id"]?.use == .either {
      // Every resource of the older provider framework has such an argument in its schema, and none accepts it.
      report(
        "Invalid or unknown key", detail: "The argument \"id\" is set by the provider alone.",
        range: id.nameRange)
    }
    check(body, block: block, arguments: Self.resourceArguments, blocks: Self.resourceBlocks, iterators: [])
  }

  mutating func checkProvider(_ body: Body, block: BlockSchema) {
    check(body, block: block, arguments: ["alias", "version"], blocks: [], iterators: [])
  }

  private mutating func check(
    _ body: Body, block: BlockSchema, arguments: Set<String> = [], blocks: Set<String> = [],
    iterators: Set<String>
  ) {
    for attribute in body.attributes
    where !arguments.contains(attribute.name) || block.attributes[attribute.name] != nil {
      check(attribute, block: block, iterators: iterators, isTop: !arguments.isEmpty)
    }
    var counts: [String: Int] = [:]
    var dynamic: Set<String> = []
    for nested in body.blocks {
      if nested.type == "dynamic", let name = nested.labels.first {
        dynamic.insert(name)
        checkDynamic(nested, name: name, block: block, iterators: iterators)
      } else if block.blocks[nested.type] != nil || !blocks.contains(nested.type) {
        counts[nested.type, default: 0] += 1
        checkNested(nested, name: nested.type, body: nested.body, block: block, iterators: iterators)
      }
    }
    checkMissing(body, block: block)
    checkCounts(body, block: block, counts: counts, dynamic: dynamic)
  }

  private mutating func check(
    _ attribute: Attribute, block: BlockSchema, iterators: Set<String>, isTop: Bool
  ) {
    guard let schema = block.attributes[attribute.name] else {
      let hint =
        block.blocks[attribute.name] != nil
        ? " Did you mean to define a block of type \"\(attribute.name)\"?"
        : suggestion(for: attribute.name, among: block.attributes.keys)
      if isLater("argument", name: attribute.name, hint: hint) { return }
      report(
        "Unsupported argument",
        detail: "An argument named \"\(attribute.name)\" is not expected here.\(hint)",
        range: attribute.nameRange)
      return
    }
    // Iterators of dynamic blocks have no value here.
    let each = Dictionary(uniqueKeysWithValues: iterators.map { ($0, Value.unknown) })
    let value = evaluator.peek(attribute.value, each: each)
    if schema.use == .computed {
      // In nested blocks the provider overlooks a value that is not known yet.
      if value.isUnknown, !isTop { return }
      report(
        "Value for unconfigurable attribute",
        detail:
          "Can't configure a value for \"\(attribute.name)\": its value will be decided automatically based on the result "
          + "of applying this configuration.", range: attribute.nameRange)
      return
    }
    if value.isNull, schema.use == .required {
      report(
        "Missing required argument",
        detail: "The argument \"\(attribute.name)\" is required, but no definition was found.",
        range: attribute.value.range)
    } else if let problem = schema.type.problem(with: value) {
      report(
        "Incorrect attribute value type",
        detail: "Inappropriate value for attribute \"\(attribute.name)\": \(problem).",
        range: attribute.value.range)
    }
  }

  private mutating func checkNested(
    _ nested: Block, name: String, body: Body, block: BlockSchema, iterators: Set<String>
  ) {
    if let inner = block.blocks[name] {
      if nested.type != "dynamic", let label = nested.labelRanges.first, inner.nesting != .map {
        report(
          "Extraneous label for \(name)", detail: "No labels are expected for \(name) blocks.", range: label)
      }
      let content = schema.block(inner)
      // Bindings keep the name of some blocks and not what is in them.
      if !schema.knowsLimits, content.isEmpty, !(body.attributes.isEmpty && body.blocks.isEmpty) {
        unchecked.insert("\(schema.name) (what may be in \"\(name)\" of \(address))")
        return
      }
      check(body, block: content, iterators: iterators)
      return
    }
    switch block.attributes[name]?.type {
    case .list(.object(let members))?, .set(.object(let members))?:
      // Old arguments of this type may be written as blocks.
      check(body, block: Self.block(of: members), iterators: iterators)
    case let type:
      let hint =
        type != nil
        ? " Did you mean to define argument \"\(name)\"? If so, use the equals sign to assign it a value."
        : suggestion(for: name, among: block.blocks.keys)
      if isLater("block", name: name, hint: hint) { return }
      report(
        "Unsupported block type", detail: "Blocks of type \"\(name)\" are not expected here.\(hint)",
        range: nested.typeRange
      )
    }
  }

  /// Whether a name that nothing known resembles may be of a later version, which is then said.
  private mutating func isLater(_ kind: String, name: String, hint: String) -> Bool {
    guard let laterVersions, hint.isEmpty, !earlierNames.contains(name) else { return false }
    unchecked.insert(
      "\(schema.name) (has no \(kind) \"\(name)\" of \(address); \(laterVersions) admits later versions)")
    return true
  }

  private static func block(of members: [String: ValueType.Member]) -> BlockSchema {
    var block = BlockSchema(attributes: [:], blocks: [:])
    for (name, member) in members {
      block.attributes[name] = AttributeSchema(
        use: .optional, isSensitive: false, isDeprecated: false, type: member.type)
    }
    return block
  }

  private mutating func checkDynamic(
    _ dynamic: Block, name: String, block: BlockSchema, iterators: Set<String>
  ) {
    guard let content = dynamic.body.blocks("content").first else {
      report(
        "Insufficient content blocks", detail: "A dynamic block must have exactly one content block.",
        range: dynamic.headerRange)
      return
    }
    if dynamic.body.attribute("for_each") == nil {
      report(
        "Missing required argument",
        detail: "The argument \"for_each\" is required, but no definition was found.",
        range: dynamic.headerRange)
    }
    var inner = iterators.union([name])
    if case .reference(let iterator)? = dynamic.body.attribute("iterator")?.value.kind {
      inner.insert(iterator.root)
    }
    checkNested(dynamic, name: name, body: content.body, block: block, iterators: inner)
  }

  private mutating func checkMissing(_ body: Body, block: BlockSchema) {
    for (name, attribute) in block.attributes.sorted(by: { $0.key < $1.key })
    where attribute.use == .required && body.attribute(name) == nil && body.blocks(name).isEmpty {
      if body.blocks("dynamic").contains(where: { $0.labels.first == name }) { continue }
      report(
        "Missing required argument",
        detail: "The argument \"\(name)\" is required, but no definition was found.",
        range: headerRange(of: body))
    }
  }

  private mutating func checkCounts(
    _ body: Body, block: BlockSchema, counts: [String: Int], dynamic: Set<String>
  ) {
    for (name, nested) in block.blocks.sorted(by: { $0.key < $1.key }) where !dynamic.contains(name) {
      let count = counts[name] ?? 0
      if count < nested.minimum {
        // The label of the message names the block, as the real tool does it in its summary.
        report(
          "Insufficient nested blocks", detail: "At least \(nested.minimum) \"\(name)\" blocks are required.",
          range: headerRange(of: body))
      }
      if count > 1, !nested.hasKnownLimit {
        unchecked.insert("\(schema.name) (how many \"\(name)\" blocks may be in \(address))")
      }
      let maximum = nested.nesting == .single || nested.nesting == .group ? 1 : nested.maximum
      if maximum > 0, count > maximum, let extra = body.blocks(name).last {
        report(
          "Too many nested blocks", detail: "No more than \(maximum) \"\(name)\" blocks are allowed.",
          range: extra.typeRange
        )
      }
    }
  }

  /// A body has no name of its own: a message about what is missing points at its first line.
  private func headerRange(of body: Body) -> SourceRange {
    SourceRange(file: body.range.file, start: body.range.start)
  }

  private mutating func report(_ summary: String, detail: String, range: SourceRange) {
    diagnostics.append(
      Diagnostic(code: "schema.body", summary: summary, detail: detail, range: range, address: address))
  }
}
