import ProviderSchemas
import ResourceGraph
import Basics
import HCL

/// Adds the arguments and nested blocks that a resource must have and does not.
struct MissingRepair {
  private let resource: Module.ResourceBlock
  private let schema: ProviderSchema
  var finder: ValueFinder
  private(set) var steps: [RepairStep] = []

  init(_ resource: Module.ResourceBlock, schema: ProviderSchema, finder: ValueFinder) {
    self.resource = resource
    self.schema = schema
    self.finder = finder
  }

  mutating func repair(_ block: Block, expected: BlockSchema, path: [String] = []) {
    let body = block.body
    for (name, attribute) in expected.attributes.sorted(by: { $0.key < $1.key })
    where attribute.use == .required && body.isWithout(name) {
      add(argument: path + [name], attribute.type, to: block)
    }
    for (name, nested) in expected.blocks.sorted(by: { $0.key < $1.key }) {
      let inner = schema.block(nested)
      if nested.minimum > 0, body.blocks(name).isEmpty, body.isWithout(name) {
        add(nested: path + [name], inner, to: block)
      }
      for present in body.blocks(name) { repair(present, expected: inner, path: path + [name]) }
      for dynamic in body.blocks("dynamic") where dynamic.labels.first == name {
        for content in dynamic.body.blocks("content") {
          repair(content, expected: inner, path: path + [name])
        }
      }
    }
  }

  /// Adds one argument of the resource itself or of a nested block.
  mutating func add(argument path: [String], _ type: ValueType, to block: Block) {
    let value = finder.value(at: path, of: resource, type)
    insert(
      "\(path.last ?? "") = \(value.source)", reason: value.reason,
      variables: [value.variable].compactMap { $0 }, block: block)
  }

  private mutating func add(nested path: [String], _ expected: BlockSchema, to block: Block) {
    var variables: [NewVariable] = []
    let text = source(path, expected: expected, variables: &variables, depth: 0)
    insert(
      text, reason: "A block \"\(path.last ?? "")\" is required and was added.", variables: variables,
      block: block)
  }

  private mutating func source(
    _ path: [String], expected: BlockSchema, variables: inout [NewVariable], depth: Int
  ) -> String {
    var lines: [String] = []
    for (name, attribute) in expected.attributes.sorted(by: { $0.key < $1.key })
    where attribute.use == .required {
      let value = finder.value(at: path + [name], of: resource, attribute.type)
      if let variable = value.variable { variables.append(variable) }
      lines.append("\(name) = \(value.source)")
    }
    for (name, nested) in expected.blocks.sorted(by: { $0.key < $1.key })
    where nested.minimum > 0 && depth < 8 {
      lines.append(
        source(path + [name], expected: schema.block(nested), variables: &variables, depth: depth + 1))
    }
    let name = path.last ?? ""
    return lines.isEmpty ? "\(name) {}" : "\(name) {\n\(lines.joined(separator: "\n"))\n}"
  }

  private mutating func insert(_ text: String, reason: String, variables: [NewVariable], block: Block) {
    var splices = variables.map(\.declaration)
    let (open, close) = (block.openBrace.end.offset, block.closeBrace.start.offset)
    let isOneLine = block.openBrace.start.line == block.closeBrace.start.line
    let isArgument = !text.hasSuffix("}") || !text.contains("{\n")
    if isOneLine, !(block.body.attributes.isEmpty && block.body.blocks.isEmpty) {
      splices.append(RepairStep.Splice(bytes: open..<open, text: "\n\(text)\n"))
      splices.append(RepairStep.Splice(bytes: close..<close, text: "\n"))
    } else if isArgument || isOneLine {
      splices.append(RepairStep.Splice(bytes: open..<open, text: "\n\(text)\(isOneLine ? "\n" : "")"))
    } else {
      splices.append(RepairStep.Splice(bytes: close..<close, text: "\n\(text)\n"))
    }
    steps.append(
      RepairStep(reason: reason, range: block.headerRange, address: resource.address, splices: splices))
  }
}

extension Body {
  /// Neither an argument of that name nor blocks, also dynamic ones.
  fileprivate func isWithout(_ name: String) -> Bool {
    attribute(name) == nil && blocks(name).isEmpty
      && !blocks("dynamic").contains { $0.labels.first == name }
  }
}
