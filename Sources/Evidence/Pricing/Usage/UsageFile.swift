import Basics
import HCL
import ResourceGraph
import StrictYAML

/// A usage file in the format that Terraform estimators share:
///
///     version: 0.1
///     resource_type_default_usage:
///       aws_lambda_function: {monthly_requests: 1000000}
///     resource_usage:
///       aws_lambda_function.api: {monthly_requests: {low: 1000, expected: 5000, high: 90000}}
package struct UsageFile: Sendable {
  package let table: UsageTable
  /// Where each address and type stands, with what is below it.
  private let entries: [Entry]

  private struct Entry: Sendable {
    var name: String
    var isType: Bool
    var position: SourcePosition
    var node: YAMLNode
  }

  private let path: String
  private static let keys = ["version", "resource_usage", "resource_type_default_usage"]

  /// - Throws: `DiagnosticsError` or a `Diagnostic` for what cannot be read at all: broken YAML, another version, a key
  ///   that is none of the format.
  package init(path: String, text: String) throws {
    self.path = path
    let root = try StrictYAML.document(Self.withoutEmptyTwins(text), file: path)
    var entries: [Entry] = []
    var resources: [String: Usage] = [:]
    var types: [String: Usage] = [:]
    for pair in root.pairs ?? [] {
      guard Self.keys.contains(pair.key) else {
        throw Self.fault(
          path, position: pair.keyPosition, summary: "Unknown key",
          detail: "\"\(pair.key)\" is not a part of a usage file.\(Self.hint(pair.key, known: Self.keys))")
      }
      if pair.key == "version", pair.value.text?.hasPrefix("0.") != true {
        throw Self.fault(
          path, position: pair.value.position, summary: "Unsupported version",
          detail: "Usage files have version 0.1.")
      }
      let isType = pair.key == "resource_type_default_usage"
      for entry in pair.value.pairs ?? [] where pair.key != "version" {
        entries.append(
          Entry(name: entry.key, isType: isType, position: entry.keyPosition, node: entry.value))
        let usage = Usage(Self.members(entry.value))
        if isType { types[entry.key] = usage } else { resources[entry.key] = usage }
      }
    }
    self.entries = entries
    table = UsageTable(resources: resources, types: types)
  }

  /// The text with blank lines for entries that are empty and there again below: they say nothing, and every other key
  /// that is there twice is an error.
  private static func withoutEmptyTwins(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func indent(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
    var last: [Substring: Int] = [:]
    for (index, line) in lines.enumerated() where line.hasSuffix(":") { last[line] = index }
    let kept = lines.enumerated().map { index, line -> Substring in
      guard line.hasSuffix(":"), indent(line) > 0, let later = last[line], later > index,
        let next = lines[(index + 1)...].first(where: { !$0.allSatisfy(\.isWhitespace) }),
        indent(next) <= indent(line)
      else { return line }
      return ""
    }
    return kept.joined(separator: "\n")
  }

  /// What the file names that the configuration or the price models do not have.
  package func faults(in graph: ResourceGraph) -> [Diagnostic] {
    let addresses = Set(
      graph.resources.flatMap { [$0.address, $0.blockAddress, UsageTable.open($0.address)] })
    return entries.flatMap { entry -> [Diagnostic] in
      let type = entry.isType ? entry.name : UsageTable.type(of: entry.name) ?? entry.name
      let isKnown = entry.isType ? true : addresses.contains(entry.name) || UsageTable.isSynthetic(type)
      guard isKnown else {
        let near = Self.hint(entry.name, known: addresses.filter { !$0.hasSuffix("[*]") }.sorted())
        return [
          Self.fault(
            path, position: entry.position, summary: "Unknown resource",
            detail: "There is no resource \"\(entry.name)\", so this is not used.\(near)",
            level: .warning, address: entry.name)
        ]
      }
      guard let model = PriceModels.model(of: type) else { return [] }
      return faults(entry.node, form: .group(model.usage.members), name: type)
    }
  }

  private func faults(_ node: YAMLNode, form: UsageKeys.Form, name: String) -> [Diagnostic] {
    switch form {
    case .any: return []
    case .text:
      guard node.text == nil else { return [] }
      return [
        Self.fault(path, position: node.position, summary: "Wrong usage", detail: "\"\(name)\" is a text.")
      ]
    case .number:
      if node.text.map({ Self.number($0) != nil || $0.isEmpty || $0 == "null" }) == true { return [] }
      if let pairs = node.pairs, !pairs.isEmpty, pairs.contains(where: { $0.key == "expected" }) {
        let bounds = Usage.Bound.allCases.map(\.rawValue)
        return pairs.flatMap { pair -> [Diagnostic] in
          guard bounds.contains(pair.key) else { return [unknown(pair, known: bounds, name: name)] }
          return faults(pair.value, form: .number, name: pair.key)
        }
      }
      return [
        Self.fault(
          path, position: node.position, summary: "Wrong usage",
          detail: "\"\(name)\" is a number, or a range as {low: 1, expected: 2, high: 3}.")
      ]
    case .group(let members):
      return (node.pairs ?? []).flatMap { pair -> [Diagnostic] in
        guard let form = members[pair.key] else {
          return [unknown(pair, known: members.keys.sorted(), name: name)]
        }
        return faults(pair.value, form: form, name: pair.key)
      }
    }
  }

  private func unknown(_ pair: YAMLNode.Pair, known: [String], name: String) -> Diagnostic {
    let all = known.isEmpty ? "" : " It knows: \(known.joined(separator: ", "))."
    return Self.fault(
      path, position: pair.keyPosition, summary: "Unknown usage key",
      detail: "\"\(name)\" has no usage \"\(pair.key)\".\(Self.hint(pair.key, known: known))\(all)")
  }

  private static func members(_ node: YAMLNode) -> [String: Value] {
    Dictionary((node.pairs ?? []).map { ($0.key, value($0.value)) }) { first, _ in first }
  }

  private static func value(_ node: YAMLNode) -> Value {
    if let scalar = node.scalar {
      if scalar.isString { return .string(scalar.text) }
      if let number = number(scalar.text) { return .number(number) }
      if scalar.text == "true" || scalar.text == "false" { return .bool(scalar.text == "true") }
      return scalar.text.isEmpty || scalar.text == "null" || scalar.text == "~" ? .null : .string(scalar.text)
    }
    if let elements = node.elements { return .list(elements.map(value)) }
    return .object(members(node))
  }

  /// `1_000_000` is a number as well.
  private static func number(_ text: String) -> Double? {
    guard text.contains("_"), let first = text.first, first.isNumber else { return Double(finite: text) }
    return Double(finite: text.filter { $0 != "_" })
  }

  private static func hint(_ word: String, known: [String]) -> String {
    Spelling.nearest(to: word, in: known).map { " Did you mean \"\($0)\"?" } ?? ""
  }

  private static func fault(
    _ path: String, position: SourcePosition, summary: String, detail: String,
    level: Diagnostic.Level = .error, address: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      level, code: "usage.\(summary.lowercased().split(separator: " ").joined(separator: "-"))",
      summary: summary,
      detail: detail, range: SourceRange(file: path, start: position, end: position), address: address)
  }
}
