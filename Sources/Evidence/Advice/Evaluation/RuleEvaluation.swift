import HCL
import ResourceGraph
import Vocabulary

/// Tries one rule on resources.
struct RuleEvaluation {
  let rule: AdviceRule
  let scope: AdviceScope
  private(set) var judged = 0
  private(set) var unjudged = 0
  private(set) var needs: [String] = []
  /// Resources that the rule holds for and something forbids to advise on, with what it is.
  private(set) var forbidden: [String] = []
  /// Resources that the rule could not be decided on.
  private(set) var undecided: Set<String> = []
  private static let shownNeeds = 5

  init(_ rule: AdviceRule, scope: AdviceScope) {
    self.rule = rule
    self.scope = scope
  }

  /// What the rule says of a resource: nothing, or a hit for it or for each part of it.
  mutating func hits(on resource: Resource) -> [Hit] {
    judged += 1
    guard let each = rule.each else { return hit(on: resource, item: .null, index: 0).map { [$0] } ?? [] }
    var evaluator = Evaluator(scope: scope.scope(resource), isLenient: true)
    let items = evaluator.evaluate(each)
    if items.isUnknown { note(resource) }
    let before = unjudged
    let hits = (items.elements ?? []).enumerated().compactMap {
      hit(on: resource, item: $0.element, index: $0.offset)
    }
    // However many of its parts are undecided, it is one resource.
    unjudged = min(unjudged, before + 1)
    return hits
  }

  private mutating func note(_ resource: Resource) {
    unjudged += 1
    undecided.insert(resource.address)
    let missing = scope.missing.take()
    let reasons =
      missing.isEmpty
      ? ["values of \(resource.address) that the code does not tell; give a plan or a state"] : missing
    for reason in reasons where !needs.contains(reason) && needs.count < Self.shownNeeds {
      needs.append(reason)
    }
  }

  private mutating func hit(on resource: Resource, item: Value, index: Int) -> Hit? {
    var names = scope.scope(resource, item: item, index: index)
    for (name, value) in rule.lets {
      var evaluator = Evaluator(scope: names, isLenient: true)
      names.variables[name] = evaluator.evaluate(value)
    }
    var evaluator = Evaluator(scope: names, isLenient: true)
    switch evaluator.evaluate(rule.when) {
    case .bool(true): break
    case .unknown:
      note(resource)
      return nil
    default:
      _ = scope.missing.take()
      return nil
    }
    for obstacle in rule.obstacles {
      switch evaluator.evaluate(obstacle.when) {
      case .bool(true):
        forbidden.append("\(resource.address): \(evaluator.evaluate(obstacle.reason).text ?? "")")
        return nil
      case .unknown:
        note(resource)
        return nil
      default: break
      }
    }
    let saving = rule.saving.map { evaluator.evaluate($0) }
    let edits = rule.patches.flatMap { self.edits($0, resource: resource, names: names) }
    _ = scope.missing.take()
    return Hit(
      resource: resource, part: item["name"]?.text,
      evidence: rule.evidence.compactMap { evaluator.evaluate($0).text },
      formula: rule.formula.flatMap { evaluator.evaluate($0).text }, saving: saving?.number,
      lacksPrice: saving != nil && saving?.number == nil,
      steps: rule.steps.compactMap { evaluator.evaluate($0).text },
      withheld: rule.withhold.flatMap { evaluator.evaluate($0).text }, edits: edits)
  }

  private func edits(_ template: PatchTemplate, resource: Resource, names: Scope) -> [ResourceEdit] {
    var evaluator = Evaluator(scope: names, isLenient: true)
    if let condition = template.condition, evaluator.evaluate(condition) != .bool(true) { return [] }
    var targets = [resource.address]
    if let target = template.target {
      let value = evaluator.evaluate(target)
      targets = (value.elements ?? [value]).compactMap(\.text)
    }
    return targets.flatMap { address -> [ResourceEdit] in
      if template.removesResource { return [ResourceEdit(address: address, change: .remove)] }
      var edits = template.settings.compactMap { setting -> ResourceEdit? in
        guard let path = ResourceEdit.Step.path(evaluator.evaluate(setting.path)) else { return nil }
        let value = evaluator.evaluate(setting.value)
        return value.isUnknown || value.isNull
          ? nil : ResourceEdit(address: address, change: .set(path, value))
      }
      edits += template.removals.compactMap { removal in
        ResourceEdit.Step.path(evaluator.evaluate(removal)).map {
          ResourceEdit(address: address, change: .unset($0))
        }
      }
      if let companion = template.companion,
        let text = text(companion, resource: resource, names: names)
      {
        edits.append(ResourceEdit(address: address, change: .add(text)))
      }
      return edits
    }
  }

  private func text(_ companion: Companion, resource: Resource, names: Scope) -> String? {
    let known = scope.working.base
    let label = resource.name
    let repetition: Companion.Repetition =
      resource.key.map { $0.isNumber ? .count : .forEach } ?? .once
    func isTaken(_ label: String) -> Bool {
      companion.addresses(label: label).contains { name in
        let address = resource.modulePrefix + name
        return known[address] != nil || !scope.working.instances(of: address).isEmpty
          || scope.working[address] != nil
      }
    }
    func text(_ label: String) -> String? {
      companion.text(
        address: "\(resource.type).\(resource.name)", label: label, repetition: repetition,
        values: names.variables)
    }
    let free = (1...100).lazy.map { $0 == 1 ? label : "\(label)_\($0)" }.first { !isTaken($0) }
    return text(free ?? label)
  }
}
