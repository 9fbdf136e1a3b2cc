import Basics
import HCL

/// Reads a body as a specification of the conformance suite says, into one value.
struct SpecDecoder {
  private let spec: Block?
  private let variables: [String: Value]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: HCLFile) {
    spec = file.body.blocks.first { $0.type != "variables" }
    var evaluator = Evaluator(scope: Scope())
    let attributes = file.body.blocks("variables").flatMap(\.body.attributes)
    variables = Dictionary(attributes.map { ($0.name, evaluator.evaluate($0.value)) }) { first, _ in first }
  }

  mutating func decode(_ body: Body) -> Value {
    guard let spec else { return .null }
    check(body, spec)
    return value(spec, body)
  }

  private mutating func value(_ spec: Block, _ body: Body) -> Value {
    switch spec.type {
    case "object":
      var members: [String: Value] = [:]
      for member in spec.body.blocks { members[member.labels.first ?? ""] = value(member, body) }
      return .object(members)
    case "attr":
      guard let attribute = body.attribute(spec.name) else { return .null }
      return converted(evaluate(attribute.value), spec.body.attribute("type")?.value)
    case "literal": return spec.body.attribute("value").map { evaluate($0.value) } ?? .null
    case "block": return body.blocks(spec.name).first.map { nested(spec, $0) } ?? .null
    case "block_list": return .list(body.blocks(spec.name).map { nested(spec, $0) })
    case "block_map": return map(body.blocks(spec.name), spec, label: 0)
    default: return .unknown
    }
  }

  private mutating func nested(_ spec: Block, _ block: Block) -> Value {
    guard let inner = spec.body.blocks.first else { return .null }
    check(block.body, inner)
    return value(inner, block.body)
  }

  private mutating func map(_ blocks: [Block], _ spec: Block, label: Int) -> Value {
    var members: [String: Value] = [:]
    for (name, same) in Dictionary(grouping: blocks, by: { $0.labels[label] }) {
      let isLast = label + 1 == spec.labelCount
      members[name] = isLast ? same.first.map { nested(spec, $0) } : map(same, spec, label: label + 1)
    }
    return .object(members)
  }

  /// Everything in the body that the specification does not speak of, and blocks with the wrong number of labels.
  private mutating func check(_ body: Body, _ spec: Block) {
    let parts = spec.type == "object" ? spec.body.blocks : [spec]
    for attribute in body.attributes
    where !parts.contains(where: { $0.type == "attr" && $0.name == attribute.name }) {
      report("Unsupported argument", attribute.nameRange)
    }
    for block in body.blocks {
      let part = parts.first { $0.type.hasPrefix("block") && $0.name == block.type }
      if part == nil { report("Unsupported block type", block.typeRange) }
    }
  }

  private mutating func report(_ summary: String, _ range: SourceRange) {
    diagnostics.append(Diagnostic(code: "suite", summary: summary, detail: "", range: range))
  }

  private func evaluate(_ expression: HCLExpression) -> Value {
    var evaluator = Evaluator(scope: Scope(variables: variables))
    return evaluator.evaluate(expression)
  }

  private func converted(_ value: Value, _ type: HCLExpression?) -> Value {
    switch type?.kind {
    case .reference(let name) where name.root == "string": return value.text.map(Value.string) ?? value
    case .call(let call) where call.name == "map":
      return .object(
        Dictionary((value.members ?? []).map { ($0.key, converted($0.value, call.arguments.first)) }) {
          first, _ in first
        })
    default: return value
    }
  }
}

extension Block {
  /// What a specification block is about.
  fileprivate var name: String {
    let own = body.attribute(type == "attr" ? "name" : "block_type")?.value.literalString
    return own ?? labels.first ?? ""
  }

  fileprivate var labelCount: Int {
    if case .tuple(let names)? = body.attribute("labels")?.value.kind { names.count } else { 0 }
  }
}
