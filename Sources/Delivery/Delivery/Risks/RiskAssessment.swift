import Basics
import Effects
import Vocabulary

/// Finds what in a plan needs more than one person.
struct RiskAssessment {
  let catalogue: RiskCatalogue
  let rules: ApprovalRules

  /// - Parameters:
  ///   - price: US dollars a month that the plan adds, as far as it is known; negative where it saves.
  ///   - unpriced: the addresses whose price is not known, or not whole: what is unknown is never little.
  func risks(_ deltas: [ResourceDelta], price: Double, unpriced: [String]) -> [Risk] {
    var risks = deltas.flatMap(risks)
    let made = Set(
      deltas.filter { [.create, .update, .replace].contains($0.change.action) }.map(\.change.address))
    risks += unpriced.filter(made.contains).map {
      Risk(
        .price, address: $0,
        reason: "what it costs is not known, or not whole, and may be above the threshold")
    }
    if price > rules.priceThreshold {
      risks.append(
        Risk(
          .price, address: "",
          reason:
            "\(Money.text(price)) a month more, above the threshold of \(Money.text(rules.priceThreshold))"))
    }
    return risks
  }

  /// What runs a program of the configuration's choice, with the text of it.
  static func risks(of effects: [Effect]) -> [Risk] {
    effects.filter(\.runsCode).map { effect in
      Risk(.code, address: effect.address, reason: "\(effect.kind.title): \(effect.text)")
    }
  }

  private func risks(_ delta: ResourceDelta) -> [Risk] {
    let change = delta.change
    var risks: [Risk] = []
    switch change.action {
    case .delete: risks.append(Risk(.destroy, address: change.address, reason: "is destroyed"))
    case .replace: risks.append(Risk(.replace, address: change.address, reason: "is destroyed and made anew"))
    case .create, .update, .read, .forget: break
    }
    if catalogue.isIdentity(change.type), change.action != .read {
      risks.append(Risk(.identity, address: change.address, reason: "changes who may do what"))
    }
    risks += (catalogue.exposures[change.type] ?? []).compactMap { exposure(delta, rule: $0) }
    return risks
  }

  private func exposure(_ delta: ResourceDelta, rule: RiskCatalogue.Exposure) -> Risk? {
    guard !delta.after.isNull, rule.conditions.allSatisfy({ delta.after[$0.key] == $0.value }) else {
      return nil
    }
    let path = rule.path.joined(separator: ".")
    if rule.isClosedUnwritten, delta.before.isNull, let first = rule.path.first,
      delta.unwritten.contains(first)
    {
      return nil
    }
    if Self.value(delta.unknown, path: rule.path) == .bool(true) {
      return Risk(
        .exposure, address: delta.change.address,
        reason: "\(path) is not known yet and may open it to everyone")
    }
    func opened(_ document: JSONValue) -> Set<JSONValue> {
      guard !document.isNull else { return [] }
      return Set(rule.values).intersection(Self.leaves(Self.value(document, path: rule.path)))
    }
    let new = opened(delta.after).subtracting(opened(delta.before))
    guard !new.isEmpty else { return nil }
    let values = new.map(\.compact).sorted().joined(separator: ", ")
    return Risk(.exposure, address: delta.change.address, reason: "opens to everyone: \(path) is \(values)")
  }

  /// The value under a path; through lists of one block the way goes by itself.
  private static func value(_ document: JSONValue, path: [String]) -> JSONValue {
    path.reduce(document) { $0[$1] ?? .null }
  }

  private static func leaves(_ value: JSONValue) -> [JSONValue] {
    switch value {
    case .array(let items): items.flatMap(leaves)
    case .object(let members): members.flatMap { leaves($0.value) }
    default: [value]
    }
  }
}
