import Experts
import Basics
import Vocabulary

/// The author's answer to a price: the cheaper options in the order of least harm, each priced anew, until the limit
/// holds; with the reasons why others were not taken.
struct PriceAnswer {
  private struct Option {
    var topic: String
    var what: String
    var from: String
    var to: String
    var loses: String
    var harm: Int
    var refusal: String?
  }

  /// Without a limit only what is hardly missed is given up.
  private static let harmWithoutLimit = 2
  private static let least = 0.5

  let reviser: Reviser
  private(set) var proposal: Proposal
  /// Topics settled by another objection, with its reference.
  let settled: [String: String]
  private(set) var reasons: [String: String] = [:]
  private var refused: [String] = []
  private var closed: Set<String> = []

  init(reviser: Reviser, proposal: Proposal, settled: [String: String]) {
    self.reviser = reviser
    self.proposal = proposal
    self.settled = settled
  }

  mutating func answer(to objection: Objection) throws(ExpertError) -> Revision.Answer {
    let before = proposal.price
    let budget = reviser.assignment.brief.budget
    let isLimit = budget != nil && objection.basis.reference.hasPrefix("CON-")
    var taken: [String] = []
    while !isLimit || proposal.price > (budget ?? 0) {
      guard let option = next(isLimit: isLimit) else { break }
      if let change = try take(option) { taken.append(change) }
    }
    return Revision.Answer(
      objection: objection.id, accepted: !taken.isEmpty || (isLimit && before <= (budget ?? 0)),
      reason: reason(before: before, limit: isLimit ? budget : nil, taken: taken))
  }

  private mutating func next(isLimit: Bool) -> Option? {
    var options: [Option] = []
    for option in self.options() where !closed.contains("\(option.topic)=\(option.to)") {
      if let refusal = option.refusal {
        closed.insert("\(option.topic)=\(option.to)")
        refused.append("\(option.what) \(option.to): \(refusal)")
      } else if isLimit || option.harm <= Self.harmWithoutLimit {
        options.append(option)
      }
    }
    return options.enumerated().min { ($0.element.harm, $0.offset) < ($1.element.harm, $1.offset) }?.element
  }

  /// The next cheaper value of every choice.
  private func options() -> [Option] {
    proposal.plan.components.flatMap { component in
      component.recipe.parameters.compactMap { parameter -> Option? in
        guard !parameter.decides.isEmpty, let choice = component.choices[parameter.name],
          let index = parameter.options.firstIndex(where: { $0.value == choice.value }),
          index + 1 < parameter.options.count
        else { return nil }
        let cheaper = parameter.options[index + 1]
        let topic = DraftPlan.topic(component.label, parameter: parameter.name)
        return Option(
          topic: topic, what: "\(parameter.decides) (\(component.label))", from: Parameter.text(choice.value),
          to: Parameter.text(cheaper.value), loses: cheaper.loses, harm: cheaper.harm,
          refusal: refusal(choice, topic: topic))
      }
    }
  }

  private func refusal(_ choice: DraftPlan.Choice, topic: String) -> String? {
    if let reference = settled[topic] { return "it answers \(reference)" }
    return switch choice.origin {
    case .asked: choice.words.isEmpty ? "the request implies it" : "the request asks for '\(choice.words)'"
    case .demanded: choice.words
    case .linked: "what it is joined to needs it"
    default: nil
    }
  }

  private mutating func take(_ option: Option) throws(ExpertError) -> String? {
    closed.insert("\(option.topic)=\(option.to)")
    var choices = proposal.choices
    choices[option.topic] = option.to
    let trial = try reviser.build(choices, remedies: proposal.remedies)
    let prices = "\(Money.text(proposal.price)) becomes \(Money.text(trial.price)) a month"
    let worse = trial.regressions(since: proposal)
    guard worse.isEmpty else {
      refused.append("\(option.what) \(option.to): \(worse.joined(separator: ", "))")
      return nil
    }
    guard trial.price <= proposal.price - Self.least else { return nil }
    let change = "\(option.what) \(option.from) becomes \(option.to): \(prices)"
    let given = option.loses.isEmpty ? "" : " Given up: \(option.loses)."
    let known = reasons[option.topic].map { $0 + " " } ?? ""
    reasons[option.topic] = "\(known)Taken after an objection to the price: \(prices).\(given)"
    proposal = trial
    return change
  }

  private func reason(before: Double, limit: Double?, taken: [String]) -> String {
    var words =
      taken.isEmpty
      ? "No cheaper option can be taken; it stays at \(Money.text(before)) a month."
      : "\(Money.text(before)) becomes \(Money.text(proposal.price)) a month. \(taken.joined(separator: "; "))."
    if let limit, proposal.price > limit {
      words += " It is still \(Money.text(proposal.price - limit)) above the limit of \(Money.text(limit))."
    }
    if !refused.isEmpty { words += " Not taken: \(refused.joined(separator: "; "))." }
    return words
  }
}
