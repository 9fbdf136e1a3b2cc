import ProviderSchemas
import ResourceGraph
import Validation
import Basics
import HCL

/// Mends what a provider demands beyond its schema: arguments of which one is needed, words from a list, names of a form.
struct ConstraintRepair {
  private let resource: Module.ResourceBlock
  private let block: BlockSchema
  private let check: ConstraintCheck
  private(set) var missing: MissingRepair
  private(set) var steps: [RepairStep] = []
  /// A longer list of possible arguments is a decision.
  private static let longestChoice = 3

  init(
    _ resource: Module.ResourceBlock, block: BlockSchema, evaluator: ModuleEvaluator,
    missing: MissingRepair
  ) {
    self.resource = resource
    self.block = block
    self.missing = missing
    check = ConstraintCheck(resource, evaluator: evaluator)
  }

  /// Takes away what means nothing beside another argument that is given.
  mutating func repairYielding() {
    for (argument, other) in RepairDefaults.shipped.yielding(in: resource.type)
    where check.isGiven(argument) && check.isGiven(other) {
      guard let attribute = resource.block.body.attribute(argument) else { continue }
      replace(
        attribute.range, text: "",
        reason: "\"\(argument)\" was removed: it means nothing beside \"\(other)\".", isLossy: true)
    }
  }

  mutating func repair(_ constraint: SchemaConstraint) {
    for group in constraint.oneOf + constraint.anyOf where !group.contains(where: check.isGiven) {
      addOne(of: group)
    }
    for (argument, other) in constraint.needs where check.isGiven(argument) && !check.isGiven(other) {
      add(other)
    }
    for group in constraint.together where group.contains(where: check.isGiven) {
      for argument in group where !check.isGiven(argument) { add(argument) }
    }
    for (path, texts) in constraint.values { repairWords(at: path, texts) }
    for (path, patterns) in Dictionary(grouping: constraint.patterns, by: \.path).sorted(by: {
      $0.key < $1.key
    }) {
      repairForm(at: path, patterns)
    }
  }

  /// Of a few the first, which is the usual one; of many the one that can refer to something there is.
  private mutating func addOne(of group: [String]) {
    let names = group.filter { block.attributes[$0] != nil }
    let chosen =
      group.count <= Self.longestChoice
      ? names.first
      : names.first { name in
        block.attributes[name].map { missing.finder.canRefer(name, type: $0.type, from: resource) } ?? false
      }
    if let chosen { add(chosen) }
  }

  private mutating func add(_ argument: String) {
    guard let attribute = block.attributes[argument] else { return }
    missing.add(argument: [argument], attribute.type, to: resource.block)
  }

  private func literals(at path: String) -> [(text: String, range: SourceRange)] {
    check.attributes(at: path).flatMap { attribute -> [(String, SourceRange)] in
      let values: [HCLExpression]
      if case .tuple(let items) = attribute.value.kind { values = items } else { values = [attribute.value] }
      return values.compactMap { value in
        if case .literal(let literal) = value.kind { return literal.text.map { ($0, value.range) } }
        return value.literalString.map { ($0, value.range) }
      }
    }
  }

  private mutating func repairWords(at path: String, _ texts: [String]) {
    for (text, range) in literals(at: path) where !texts.contains(text) {
      let same = texts.filter { $0.letters == text.letters }
      let means = texts.count == 1 && ["true", "enabled", "enable"].contains(text.lowercased())
      let longer = texts.filter { $0.letters.hasPrefix(text.letters) || text.letters.hasPrefix($0.letters) }
      guard
        let word = same.first ?? (means ? texts.first : nil) ?? nearestName(to: text, among: texts)
          ?? (longer.count == 1 ? longer.first : nil)
      else { continue }
      replace(
        range, text: quotedSource(word), reason: "\"\(text)\" became \"\(word)\", which \(path) accepts.")
    }
  }

  /// A name is written in the form that is demanded; a password that may not stand there is asked for.
  private mutating func repairForm(at path: String, _ patterns: [SchemaConstraint.Pattern]) {
    for (text, range) in literals(at: path)
    where !patterns.allSatisfy({ check.matches(text, pattern: $0.expression) }) {
      let demand = patterns.first { !check.matches(text, pattern: $0.expression) }?.demand ?? ""
      if path.hasSuffix("password") {
        let (name, variable) = missing.finder.newVariable(
          for: path.split(separator: ".").map(String.init), of: resource, .string, isSensitive: true)
        replace(
          range, text: "var.\(name)", reason: "The \(path) became an input variable: \(demand).",
          isLossy: true, more: [variable?.declaration].compactMap { $0 })
        continue
      }
      let own = resource.name.slug
      let candidates = [text.slug, own, "\(own)-1"]
      guard
        let name = candidates.first(where: { name in
          patterns.allSatisfy { check.matches(name, pattern: $0.expression) }
        })
      else { continue }
      replace(
        range, text: quotedSource(name), reason: "The \(path) \"\(text)\" became \"\(name)\": \(demand).",
        isLossy: true)
    }
  }

  private mutating func replace(
    _ range: SourceRange, text: String, reason: String, isLossy: Bool = false, more: [RepairStep.Splice] = []
  ) {
    let splice = RepairStep.Splice(bytes: range.start.offset..<range.end.offset, text: text)
    steps.append(
      RepairStep(
        reason: reason, range: range, address: resource.address, isLossy: isLossy, splices: more + [splice]))
  }
}

extension String {
  /// In small letters, without what stands between them.
  fileprivate var letters: String { lowercased().filter { $0.isLetter || $0.isNumber } }

  /// Small letters, digits and hyphens, a letter first.
  fileprivate var slug: String {
    var result = ""
    for (character, previous) in zip(self, " " + self) {
      if character.isASCII, character.isLetter || character.isNumber {
        if character.isUppercase, previous.isLowercase { result += "-" }
        result += character.lowercased()
      } else if !result.hasSuffix("-") {
        result += "-"
      }
    }
    let trimmed = result.drop { !$0.isLetter }
    return trimmed.last == "-" ? String(trimmed.dropLast()) : String(trimmed)
  }
}
