import ProviderSchemas
import ResourceGraph
import Basics
import HCL

/// Holds one resource block against the constraints of its type.
package struct ConstraintCheck {
  private let block: Block
  private let address: String
  private let evaluator: ModuleEvaluator
  private let resolvesInputs: Bool
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter resolvesInputs: whether values that come from variables and other resources count too, as they do in a
  ///   plan; `validate` does not look at them.
  package init(_ resource: Module.ResourceBlock, evaluator: ModuleEvaluator, resolvesInputs: Bool = false) {
    block = resource.block
    address = resource.address
    self.evaluator = evaluator
    self.resolvesInputs = resolvesInputs
  }

  /// The value as far as this check may know it.
  private func value(_ expression: HCLExpression) -> Value {
    let isGiven = resolvesInputs || expression.references.allSatisfy { Self.fixed.contains($0.root) }
    return isGiven ? evaluator.peek(expression) : .unknown
  }

  /// What names that begin so stand for is fixed by the configuration itself.
  private static let fixed: Set<String> = ["local", "path", "terraform"]

  mutating func check(_ constraint: SchemaConstraint) {
    for group in constraint.oneOf { checkPresence(group, exactlyOne: true) }
    for group in constraint.anyOf { checkPresence(group, exactlyOne: false) }
    for group in constraint.conflicts {
      let given = group.filter { presence($0) == .given }
      if given.count > 1 { reportConflict(given) }
    }
    for group in constraint.together {
      let given = group.filter(isGiven)
      if !given.isEmpty, given.count < group.count {
        reportMissing(given[0], demand: "all of \(list(group)) must be specified")
      }
    }
    for (argument, other) in constraint.needs where isGiven(argument) && !isGiven(other) {
      reportMissing(argument, demand: "all of \(list([other, argument])) must be specified")
    }
    for (path, texts) in constraint.values {
      for (text, range) in self.texts(at: path) where !texts.contains(text) {
        report(
          "Invalid attribute value",
          detail:
            "Expected \(path) to be one of \(texts.map { "\"\($0)\"" }.joined(separator: ", ")), got \"\(text)\"."
            + suggestion(for: text, among: texts), range: range)
      }
    }
    for pattern in constraint.patterns {
      for (text, range) in self.texts(at: pattern.path) where !matches(text, pattern: pattern.expression) {
        report(
          "Invalid attribute value", detail: "\"\(text)\" is not a valid \(pattern.path): \(pattern.demand).",
          range: range)
      }
    }
    checkValues(constraint)
  }

  /// What a value has to be like, apart from which it is.
  private mutating func checkValues(_ constraint: SchemaConstraint) {
    for (path, accepted) in constraint.wordsInAnyCase {
      let words = Set(accepted.map { $0.lowercased() })
      for (text, range) in texts(at: path) where !words.contains(text.lowercased()) {
        report(
          "Invalid attribute value",
          detail:
            "Expected \(path) to be one of \(accepted.map { "\"\($0)\"" }.joined(separator: ", ")), got \"\(text)\"."
            + suggestion(for: text, among: accepted), range: range)
      }
    }
    for (path, bounds) in constraint.ranges {
      for (text, range) in texts(at: path) {
        guard let number = Double(text), !bounds.contains(number) else { continue }
        report(
          "Invalid attribute value", detail: "Expected \(path) to be \(bounds.description), got \(text).",
          range: range)
      }
    }
    for (path, bounds) in constraint.lengths {
      for (text, range) in texts(at: path) where !bounds.contains(Double(text.unicodeScalars.count)) {
        report(
          "Invalid attribute value",
          detail: "Expected the length of \(path) to be \(bounds.description), got \"\(text.prefix(80))\".",
          range: range)
      }
    }
    for (path, form) in constraint.forms {
      for (text, range) in texts(at: path) where !text.isEmpty && !form.fits(text) {
        report(
          "Invalid attribute value", detail: "\"\(text.prefix(80))\" of \(path) is not \(form.name).",
          range: range)
      }
    }
  }

  private mutating func checkPresence(_ group: [String], exactlyOne: Bool) {
    let given = group.filter { presence($0) == .given }
    if given.isEmpty {
      if group.contains(where: { presence($0) == .unknown }) { return }
      // What stands in a nested block is only demanded where the block is there.
      if let parent = parent(of: group), bodies(parent[...], body: block.body).isEmpty { return }
      report(
        "Invalid combination of arguments", detail: "One of \(list(group)) must be specified.",
        range: block.headerRange)
    } else if exactlyOne, given.count > 1 {
      report(
        "Invalid combination of arguments",
        detail: "Only one of \(list(group)) can be specified, but \(list(given)) were specified.",
        range: range(of: given[1])
      )
    }
  }

  private mutating func reportConflict(_ given: [String]) {
    report(
      "Conflicting configuration arguments", detail: "\"\(given[0])\" conflicts with \"\(given[1])\".",
      range: range(of: given[0]))
  }

  private mutating func reportMissing(_ argument: String, demand: String) {
    report("Missing required argument", detail: "\"\(argument)\": \(demand).", range: range(of: argument))
  }

  private func list(_ names: [String]) -> String { "`\(names.joined(separator: ","))`" }

  func parent(of group: [String]) -> [String]? {
    let path = (group.first ?? "").split(separator: ".").map(String.init)
    return path.count > 1 ? Array(path.dropLast()) : nil
  }

  /// The bodies of the nested blocks at a path.
  func bodies(_ path: ArraySlice<String>, body: Body) -> [Body] {
    guard let name = path.first else { return [body] }
    return body.blocks(name).flatMap { bodies(path.dropFirst(), body: $0.body) }
  }

  package func attributes(at path: String) -> [Attribute] {
    let parts = path.split(separator: ".").map(String.init)
    return bodies(parts.dropLast()[...], body: block.body).compactMap { $0.attribute(parts.last ?? path) }
  }

  enum Presence {
    case absent, given
    /// It stands there, but its value may turn out to be null.
    case unknown
  }

  package func isGiven(_ path: String) -> Bool { presence(path) != .absent }

  /// Whether there is an argument that is not null or an empty list, a nested block, or a dynamic one. The provider
  /// overlooks what is not known yet.
  func presence(_ path: String) -> Presence {
    let parts = path.split(separator: ".").map(String.init)
    let name = parts.last ?? path
    var result = Presence.absent
    for body in bodies(parts.dropLast()[...], body: block.body) {
      if let attribute = body.attribute(name) {
        let value = value(attribute.value)
        if value.isNull || value == .list([]) { continue }
        if value.isWhollyKnown { return .given }
        result = .unknown
      } else if !body.blocks(name).isEmpty {
        return .given
      } else if body.blocks("dynamic").contains(where: { $0.labels.first == name }) {
        result = .unknown
      }
    }
    return result
  }

  /// The known texts of an argument, one by one where it is a list.
  private func texts(at path: String) -> [(String, SourceRange)] {
    attributes(at: path).flatMap { attribute -> [(String, SourceRange)] in
      let value = value(attribute.value)
      let values = value.elements ?? [value]
      return values.compactMap { item in item.text.map { ($0, attribute.value.range) } }
    }
  }

  package func matches(_ text: String, pattern: String) -> Bool {
    if let plain = PlainPattern(pattern) { return plain.matches(text) }
    do {
      return try text.firstMatch(of: Regex(pattern)) != nil
    } catch {
      // A pattern that cannot be read demands nothing.
      return true
    }
  }

  private func range(of argument: String) -> SourceRange {
    block.body.attribute(argument)?.range ?? block.body.blocks(argument).first?.headerRange
      ?? block.headerRange
  }

  private mutating func report(_ summary: String, detail: String, range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        code: ConfigurationValidator.valueCode, summary: summary, detail: detail, range: range,
        address: address))
  }
}
