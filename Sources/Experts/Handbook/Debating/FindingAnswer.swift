import Experts
import Basics
import Vocabulary

/// The author's answer to an objection that rests on a finding, a requirement or a failed check.
struct FindingAnswer {
  let reviser: Reviser
  let objection: Objection
  private(set) var proposal: Proposal
  /// Why a topic was changed, for the decision list.
  private(set) var reasons: [String: String] = [:]

  init(reviser: Reviser, objection: Objection, proposal: Proposal) {
    self.reviser = reviser
    self.objection = objection
    self.proposal = proposal
  }

  mutating func answer() throws(ExpertError) -> Revision.Answer {
    switch objection.basis.kind {
    case .finding: try answerFinding()
    case .requirement: answerRequirement()
    case .validation: answerValidation()
    case .price, .document:
      reply(false, reason: "The handbook cannot judge a \(objection.basis.kind.rawValue); a person has to.")
    }
  }

  private mutating func answerFinding() throws(ExpertError) -> Revision.Answer {
    guard let finding = proposal.evidence.findings.first(where: { $0.id == objection.basis.reference }) else {
      return reply(true, reason: "The draft as it is planned now no longer has the finding.")
    }
    if let awaits = finding.awaits {
      return reply(false, reason: "Only the person can supply \(awaits); it is an open question.")
    }
    if let own = try byParameter(finding) { return own }
    guard !proposal.remedies.contains(finding.id) else {
      return reply(false, reason: "The rule's remedy is applied and the finding stays: \(finding.evidence)")
    }
    let trial = try reviser.build(proposal.choices, remedies: proposal.remedies + [finding.id])
    guard let change = trial.changes[finding.id], !trial.has(finding.id) else {
      return reply(false, reason: "The rule has no remedy that is certain: \(finding.evidence)")
    }
    return settle(trial, finding: finding, change: change)
  }

  /// By the recipe's own parameter, where one drives the attribute that the finding is about.
  private mutating func byParameter(_ finding: Finding) throws(ExpertError) -> Revision.Answer? {
    let text = "\(finding.rule) \(finding.summary) \(finding.evidence) \(finding.remedy)"
    for component in proposal.plan.components where component.isAddressed(finding.address) {
      for parameter in component.recipe.parameters {
        guard let attribute = parameter.attribute, let safer = parameter.safer,
          Self.mentions(text, attribute: attribute),
          let choice = component.choices[parameter.name], choice.value != safer
        else { continue }
        if choice.origin == .asked {
          return reply(false, reason: "The request asks for it: '\(choice.words)'.")
        }
        let topic = DraftPlan.topic(component.label, parameter: parameter.name)
        var choices = proposal.choices
        choices[topic] = Parameter.text(safer)
        let trial = try reviser.build(choices, remedies: proposal.remedies)
        guard !trial.has(finding.id) else { continue }
        let change =
          "\(parameter.decides.isEmpty ? parameter.name : parameter.decides): "
          + "\(Parameter.text(choice.value)) becomes \(Parameter.text(safer))"
        let answer = settle(trial, finding: finding, change: change)
        if answer.accepted { reasons[topic] = "Answers \(finding.id). \(answer.reason)" }
        return answer
      }
    }
    return nil
  }

  /// Takes a change unless it makes something else worse, or is not worth a broken budget.
  private mutating func settle(_ trial: Proposal, finding: Finding, change: String) -> Revision.Answer {
    let worse = trial.regressions(since: proposal)
    guard worse.isEmpty else {
      return reply(false, reason: "\(change) is not done: \(worse.joined(separator: ", ")).")
    }
    let before = proposal.price
    let prices =
      before == trial.price ? "" : ", \(Money.text(before)) becomes \(Money.text(trial.price)) a month"
    if let budget = reviser.assignment.brief.budget, trial.price > max(budget, before) {
      guard finding.severity >= .high else {
        return reply(
          false,
          reason:
            "\(change)\(prices), above the limit of \(Money.text(budget)); a \(finding.severity.rawValue) "
            + "finding does not outweigh the limit.")
      }
      proposal = trial
      return reply(
        true,
        reason: "\(change)\(prices). This conflicts with the limit of \(Money.text(budget)); a "
          + "\(finding.severity.rawValue) finding outweighs it.")
    }
    proposal = trial
    return reply(true, reason: "\(change)\(prices).")
  }

  private func answerRequirement() -> Revision.Answer {
    let coverage = proposal.evidence.coverage.first { $0.requirement == objection.basis.reference }
    if coverage?.status == .met {
      return reply(true, reason: "Planned again from its decisions, the draft meets it.")
    }
    return reply(
      false,
      reason: "The recipes have nothing that would meet it: \(coverage?.reason ?? objection.basis.detail).")
  }

  private func answerValidation() -> Revision.Answer {
    let stage = proposal.evidence.validation.first { $0.stage == objection.basis.reference }
    if stage?.status == .passed {
      return reply(true, reason: "Written again from its decisions, the draft passes.")
    }
    return reply(false, reason: "The recipes write nothing else: \(stage?.detail ?? objection.basis.detail).")
  }

  private func reply(_ accepted: Bool, reason: String) -> Revision.Answer {
    Revision.Answer(objection: objection.id, accepted: accepted, reason: reason)
  }

  private static func mentions(_ text: String, attribute: String) -> Bool {
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    return words.contains { $0 == attribute }
  }
}
