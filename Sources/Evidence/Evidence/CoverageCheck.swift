import HCL
import ResourceGraph
import Repair
import Vocabulary

/// Marks each requirement met, unmet or unknown on the resource graph, with the resources that show it.
struct CoverageCheck {
  let graph: ResourceGraph

  func coverage(of brief: Brief) -> [Coverage] {
    brief.requirements.map { requirement in
      guard let check = requirement.check, !check.all.isEmpty else {
        return Coverage(
          requirement: requirement.id, status: .unknown, reason: "No check is known that would show it.")
      }
      return combine(requirement.id, check.all.map(result))
    }
  }

  private struct Result {
    var status: Coverage.Status
    var evidence: [String]
    var reason: String
  }

  /// Every expectation has to hold: one that fails decides, one that is unknown leaves it open.
  private func combine(_ id: String, _ results: [Result]) -> Coverage {
    let evidence = results.flatMap(\.evidence)
    var seen: Set<String> = []
    let shown = evidence.filter { seen.insert($0).inserted }
    if let failed = results.first(where: { $0.status == .unmet }) {
      return Coverage(requirement: id, status: .unmet, evidence: shown, reason: failed.reason)
    }
    if let open = results.first(where: { $0.status == .unknown }) {
      return Coverage(requirement: id, status: .unknown, evidence: shown, reason: open.reason)
    }
    return Coverage(requirement: id, status: .met, evidence: shown)
  }

  private func result(_ expectation: ResourceExpectation) -> Result {
    let condition: HCLExpression?
    let weight: HCLExpression?
    do {
      condition = try expectation.condition.map { try HCLExpression(parsing: $0) }
      weight = try expectation.weight.map { try HCLExpression(parsing: $0) }
    } catch {
      return Result(status: .unknown, evidence: [], reason: "Its check cannot be read: \(error)")
    }
    var sure = 0.0
    var possible = 0.0
    var evidence: [String] = []
    for resource in candidates(expectation) {
      var evaluator = Evaluator(scope: Self.scope(resource), isLenient: true)
      let holds = condition.map { evaluator.evaluate($0) } ?? .bool(true)
      guard holds != .bool(false), holds != .null else { continue }
      let counts = weight.map { evaluator.evaluate($0) } ?? .number(1)
      evidence.append(resource.address)
      guard holds == .bool(true), counts.isNumber, let amount = counts.number else {
        possible += 1
        continue
      }
      sure += amount
    }
    return verdict(expectation, sure, possible, evidence)
  }

  private func candidates(_ expectation: ResourceExpectation) -> [Resource] {
    expectation.types.isEmpty
      ? graph.resources + graph.configuration : expectation.types.flatMap(graph.resources(ofType:))
  }

  /// `self`, `label`, and what conditions may call: `is_set(argument)`, whether the configuration gives the argument a
  /// value, known already or not; `has_value(text)`, whether some value anywhere inside is that text; `has_text(text)`,
  /// whether the text is part of some value.
  private static func scope(_ resource: Resource) -> Scope {
    let isSet = Function(1) { arguments throws(FunctionError) in
      let value = resource.attributes[try arguments.text(0)] ?? .null
      return .bool(!value.isNull && value != .list([]))
    }
    let hasValue = Function(1) { arguments throws(FunctionError) in
      let text = try arguments.text(0)
      return .bool(resource.attributes.contains { $0 == text })
    }
    let hasText = Function(1) { arguments throws(FunctionError) in
      let text = try arguments.text(0)
      return .bool(resource.attributes.contains { $0.contains(text) })
    }
    return Scope(
      variables: ["self": resource.attributes, "label": .string(resource.name)],
      functions: ["is_set": isSet, "has_value": hasValue, "has_text": hasText])
  }

  private func verdict(
    _ expectation: ResourceExpectation, _ sure: Double, _ possible: Double, _ evidence: [String]
  ) -> Result {
    let wanted = Double(expectation.minimum)
    let kinds = expectation.types.isEmpty ? "resource" : expectation.types.joined(separator: " or ")
    let what =
      "\(kinds)\(expectation.condition.map { " with \($0)" } ?? "")"
    if let maximum = expectation.maximum, sure > Double(maximum) {
      return Result(
        status: .unmet, evidence: evidence,
        reason: "Found \(numberText(sure.rounded(.towardZero))) \(what), at most \(maximum) are wanted.")
    }
    if sure >= wanted { return Result(status: .met, evidence: evidence, reason: "") }
    if sure + possible >= wanted || possible > 0 {
      return Result(
        status: .unknown, evidence: evidence,
        reason: "Whether there is \(what) is not known before it is applied.")
    }
    return Result(
      status: .unmet, evidence: evidence,
      reason: "Found \(numberText(sure.rounded(.towardZero))) of \(expectation.minimum) \(what).")
  }
}

extension Value {
  /// Whether some text, number or truth value inside satisfies the condition, as text.
  fileprivate func contains(_ condition: (String) -> Bool) -> Bool {
    switch self {
    case .list(let items): items.contains { $0.contains(condition) }
    case .object(let members): members.values.contains { $0.contains(condition) }
    case .null, .unknown: false
    default: text.map(condition) ?? false
    }
  }
}
