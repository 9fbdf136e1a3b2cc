import Validation
import ProviderSchemas
import ResourceGraph
import Basics
import HCL

/// Mends one body against the schema of its block.
struct BodyRepair {
  private static let known: Set<String> = [
    "count", "for_each", "depends_on", "provider", "lifecycle", "connection", "provisioner", "dynamic",
  ]

  private let schema: ProviderSchema
  let evaluator: ModuleEvaluator
  let address: String
  private let files: (any FileFinder)?
  private var isCounted = false
  /// The names that arguments and blocks of the body have been given: none is given twice.
  private(set) var given: Set<String> = []
  private let bytes: [UInt8]
  private(set) var steps: [RepairStep] = []

  init(
    schema: ProviderSchema, evaluator: ModuleEvaluator, address: String, text: String,
    files: (any FileFinder)?
  ) {
    self.files = files
    self.schema = schema
    self.evaluator = evaluator
    self.address = address
    bytes = Array(text.utf8)
  }

  mutating func repair(_ body: Body, block: BlockSchema, isTop: Bool = true) {
    if isTop { isCounted = body.attribute("count") != nil }
    let outer = given
    given = []
    defer { given = outer }
    for attribute in body.attributes where !(isTop && Self.known.contains(attribute.name)) {
      repair(attribute, body: body, block: block, isTop: isTop)
    }
    for nested in body.blocks {
      if let inner = block.blocks[nested.type] {
        repair(nested.body, block: schema.block(inner), isTop: false)
      } else if nested.type == "dynamic", let name = nested.labels.first, let inner = block.blocks[name] {
        for content in nested.body.blocks("content") {
          repair(content.body, block: schema.block(inner), isTop: false)
        }
      } else if !(isTop && Self.known.contains(nested.type)) {
        repair(nested, body: body, block: block)
      }
    }
  }

  private mutating func repair(_ attribute: Attribute, body: Body, block: BlockSchema, isTop: Bool) {
    let name = attribute.name
    if let argument = block.attributes[name] {
      if argument.use == .computed
        || (isTop && name == "id" && argument.use == .either && !address.hasPrefix("data."))
      {
        drop(attribute.range, reason: "\"\(name)\" was removed: the provider alone gives it its value.")
      } else {
        repairType(of: attribute, argument.type)
        if let files {
          repairFileArgument(attribute, isRequired: argument.use == .required, files: files)
        }
      }
    } else if let inner = block.blocks[name] {
      turnIntoBlocks(attribute, inner: schema.block(inner))
    } else if isTop, let text = TypeSuccessors.shipped.replacement(of: name, in: type),
      body.attribute(String(text.prefix { $0 != " " })) == nil
    {
      succeed(attribute, by: text.replacing("%", with: source(attribute.value.range)), body: body)
    } else if let place = inner(name, body: body, block: block) {
      move(attribute, to: place, body: body)
    } else if let missing = missingArgument(for: name, body: body, block: block) {
      given.insert(missing)
      replace(
        attribute.nameRange, text: missing, reason: "\"\(name)\" became \"\(missing)\", which is required.")
    } else if let near = knownName(for: attribute, body: body, block: block) {
      given.insert(near)
      replace(
        attribute.nameRange, text: near, reason: "\"\(name)\" became \"\(near)\", which the schema knows.")
    } else {
      drop(attribute.range, reason: "\"\(name)\" was removed: there is no such argument.")
    }
  }

  /// Writes what says the same as an argument that is gone; a block that is there already takes it in.
  private mutating func succeed(_ attribute: Attribute, by text: String, body: Body) {
    let name = String(text.prefix { $0 != " " })
    let reason = "\"\(attribute.name)\" was replaced by what says the same."
    guard let brace = text.firstIndex(of: "{"), text.last == "}", name != "dynamic" else {
      return replace(attribute.range, text: text, reason: reason)
    }
    // A block that this round makes is filled in the next.
    guard given.insert("\(name) {").inserted else { return }
    guard let block = body.blocks(name).first else {
      return replace(attribute.range, text: "\n\(text)", reason: reason)
    }
    let start = block.openBrace.end.offset
    let inside = text[text.index(after: brace)...].dropLast()
    steps.append(
      RepairStep(
        reason: reason, range: attribute.range, address: address,
        splices: [
          RepairStep.Splice(bytes: attribute.range.start.offset..<attribute.range.end.offset, text: ""),
          RepairStep.Splice(bytes: start..<start, text: "\(inside)"),
        ]))
  }

  /// The type of the resource, `data.` in front for a data source.
  private var type: String { address.split(separator: ".").dropLast().joined(separator: ".") }

  /// The only nested block, by name, that has an argument of that name, and does not stand there several times.
  private func inner(_ argument: String, body: Body, block: BlockSchema) -> String? {
    let places = block.blocks.filter { name, nested in
      schema.block(nested).attributes[argument].map { $0.use != .computed } ?? false
    }.keys
    guard places.count == 1, let place = places.first, body.blocks(place).count <= 1,
      body.blocks(place).allSatisfy({ $0.body.attribute(argument) == nil }),
      block.blocks[place]?.minimum == 1 || body.blocks(place).count == 1
    else { return nil }
    return place
  }

  private mutating func move(_ attribute: Attribute, to place: String, body: Body) {
    let text = source(attribute.range)
    let reason = "\"\(attribute.name)\" was moved into the block \"\(place)\", where the schema has it."
    let range = attribute.range.start.offset..<attribute.range.end.offset
    if let block = body.blocks(place).first {
      let start = block.openBrace.end.offset
      let isOneLine = block.openBrace.start.line == block.closeBrace.start.line
      steps.append(
        RepairStep(
          reason: reason, range: attribute.range, address: address,
          splices: [
            RepairStep.Splice(bytes: range, text: ""),
            RepairStep.Splice(bytes: start..<start, text: "\n\(text)\(isOneLine ? "\n" : "")"),
          ]))
    } else {
      replace(attribute.range, text: "\n\(place) {\n\(text)\n}", reason: reason)
    }
  }

  /// One value where a list belongs, and a list of one where a value belongs.
  private mutating func repairType(of attribute: Attribute, _ type: ValueType) {
    let value = evaluator.peek(attribute.value)
    guard type.problem(with: value) != nil else { return }
    let source = self.source(attribute.value.range)
    switch (type, attribute.value.kind) {
    case (.list, .tuple(let items)), (.set, .tuple(let items)):
      guard let item = items.first, items.count == 1, type.problem(with: evaluator.peek(item)) == nil else {
        return
      }
      replace(
        attribute.value.range, text: self.source(item.range),
        reason: "A list inside of the list of \"\(attribute.name)\" became the list.")
    case (.list(let element), _), (.set(let element), _):
      guard element.problem(with: value) == nil else { return }
      replace(
        attribute.value.range, text: "[\(source)]",
        reason: "The value of \"\(attribute.name)\" became a list.")
    case (.string, .tuple(let items)), (.number, .tuple(let items)), (.bool, .tuple(let items)):
      if items.count > 1, isCounted {
        replace(
          attribute.value.range, text: "\(source)[count.index]",
          reason: "\"\(attribute.name)\" has one value for each instance.")
      }
      guard items.count == 1, let item = items.first else { return }
      replace(
        attribute.value.range, text: self.source(item.range),
        reason: "The list of \"\(attribute.name)\" became its only element.")
    default: return
    }
  }

  /// `name = { … }` or `name = [{ … }]`, where the schema has a block.
  private mutating func turnIntoBlocks(_ attribute: Attribute, inner: BlockSchema) {
    let objects: [HCLExpression]
    if case .tuple(let items) = attribute.value.kind { objects = items } else { objects = [attribute.value] }
    var text: [String] = []
    for object in objects {
      guard case .object(let items) = object.kind else {
        wrap(attribute, in: inner)
        return
      }
      var lines: [String] = []
      for item in items {
        guard let key = item.literalKey else { return }
        lines.append("\(key) = \(source(item.value.range))")
      }
      text.append("\(attribute.name) {\n\(lines.joined(separator: "\n"))\n}")
    }
    if text.isEmpty {
      drop(
        attribute.range, reason: "The empty \"\(attribute.name)\" was removed: it is a block.", isLossy: false
      )
      return
    }
    replace(
      attribute.range, text: "\n" + text.joined(separator: "\n"),
      reason: "\"\(attribute.name)\" became a block, as the schema has it.")
  }

  /// A single value where a block with one argument for it belongs: `enabled` for a truth value, or the only one required.
  private mutating func wrap(_ attribute: Attribute, in block: BlockSchema) {
    let value = evaluator.peek(attribute.value)
    let required = block.attributes.filter { $0.value.use == .required }.keys
    let usual = value.bool != nil ? ["enabled"] : ["arn", "name", "id"]
    let name = required.count == 1 ? required.first : usual.first { block.attributes[$0] != nil }
    guard let name, required.count < 2, block.attributes[name]?.type.problem(with: value) == nil else {
      return
    }
    replace(
      attribute.range, text: "\n\(attribute.name) {\n\(name) = \(source(attribute.value.range))\n}",
      reason: "\"\(attribute.name)\" became a block, and its value the argument \"\(name)\".")
  }

  private mutating func repair(_ nested: Block, body: Body, block: BlockSchema) {
    let name = nested.type == "dynamic" ? nested.labels.first ?? "" : nested.type
    switch block.attributes[name]?.type {
    case .list(.object(let members))?, .set(.object(let members))?:
      // Old arguments of this type may be written as blocks.
      for attribute in nested.body.attributes where members[attribute.name] == nil {
        drop(attribute.range, reason: "\"\(attribute.name)\" was removed: there is no such argument.")
      }
    case .map?, .object?:
      guard nested.type != "dynamic", nested.body.blocks.isEmpty else { return }
      let brace = nested.openBrace.start.offset
      steps.append(
        RepairStep(
          reason: "\"\(name)\" became an argument, as the schema has it.", range: nested.typeRange,
          address: address,
          splices: [RepairStep.Splice(bytes: brace..<brace, text: "= ")]))
    case nil:
      let near =
        nearestName(to: name, among: block.blocks.keys) ?? kindredName(of: name, among: block.blocks.keys)
      let isSingle = near.flatMap { block.blocks[$0]?.maximum } == 1
      let isTaken = near.map { isSingle && (given.contains($0) || !body.blocks($0).isEmpty) } ?? false
      if let near, nested.type != "dynamic", !isTaken {
        given.insert(near)
        replace(
          nested.typeRange, text: near,
          reason: "The block \"\(name)\" became \"\(near)\", which the schema knows.")
      } else {
        drop(nested.range, reason: "The block \"\(name)\" was removed: there is no such block.")
      }
    default:
      drop(nested.range, reason: "The block \"\(name)\" was removed: it is an argument with a plain value.")
    }
  }

  private func source(_ range: SourceRange) -> String {
    String(decoding: bytes[range.start.offset..<range.end.offset], as: UTF8.self)
  }

  mutating func replace(_ range: SourceRange, text: String, reason: String, isLossy: Bool = false) {
    let splice = RepairStep.Splice(bytes: range.start.offset..<range.end.offset, text: text)
    steps.append(
      RepairStep(reason: reason, range: range, address: address, isLossy: isLossy, splices: [splice]))
  }

  /// Removes a range, and its line where nothing else stands on it.
  /// - Parameter isLossy: false where what is removed said nothing.
  mutating func drop(_ range: SourceRange, reason: String, isLossy: Bool = true) {
    var (start, end) = (range.start.offset, range.end.offset)
    while start > 0, bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t") {
      start -= 1
    }
    let isAlone = start == 0 || bytes[start - 1] == UInt8(ascii: "\n")
    if isAlone, end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
    steps.append(
      RepairStep(
        reason: reason, range: range, address: address, isLossy: isLossy,
        splices: [RepairStep.Splice(bytes: start..<end, text: "")]))
  }

  mutating func add(_ bytes: Range<Int>, text: String, range: SourceRange, reason: String) {
    let splice = RepairStep.Splice(bytes: bytes, text: text)
    steps.append(RepairStep(reason: reason, range: range, address: address, splices: [splice]))
  }
}
