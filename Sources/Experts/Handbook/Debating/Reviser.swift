import Experts
import Basics
import Vocabulary

/// Rewrites a draft to answer objections: findings first, then prices with what the findings have settled held fast.
struct Reviser {
  let assignment: RevisionAssignment
  let drafter: Drafter
  let workbench: any Workbench
  /// The request, read once for every trial.
  private let intent: Intent

  /// Topics of decisions that record a remedy rather than a parameter.
  private static let remedyTopic = "remedy."

  init(assignment: RevisionAssignment, drafter: Drafter, workbench: any Workbench) throws(ExpertError) {
    self.assignment = assignment
    self.drafter = drafter
    self.workbench = workbench
    intent = try drafter.intent(of: assignment.request)
  }

  func revision() throws(ExpertError) -> Revision {
    var proposal = try start()
    var answers: [String: Revision.Answer] = [:]
    var reasons: [String: String] = [:]
    var settled: [String: String] = [:]
    for objection in assignment.objections where objection.basis.kind != .price {
      var step = FindingAnswer(reviser: self, objection: objection, proposal: proposal)
      answers[objection.id] = try step.answer()
      proposal = step.proposal
      for (topic, reason) in step.reasons {
        reasons[topic] = reason
        settled[topic] = objection.basis.reference
      }
    }
    let prices = assignment.objections.filter { $0.basis.kind == .price }
    if let first = prices.first {
      var step = PriceAnswer(reviser: self, proposal: proposal, settled: settled)
      let answer = try step.answer(to: first)
      proposal = step.proposal
      reasons.merge(step.reasons) { _, new in new }
      for objection in prices {
        answers[objection.id] = Revision.Answer(
          objection: objection.id, accepted: answer.accepted, reason: answer.reason)
      }
    }
    return Revision(
      draft: try write(proposal, reasons: reasons),
      answers: assignment.objections.compactMap { answers[$0.id] })
  }

  func build(_ choices: [String: String], remedies: [String]) throws(ExpertError) -> Proposal {
    try Proposal(
      choices: choices, remedies: remedies, intent: intent, assignment: assignment, drafter: drafter,
      workbench: workbench)
  }

  /// The draft as it stands, planned again from its decisions.
  private func start() throws(ExpertError) -> Proposal {
    var choices: [String: String] = [:]
    var remedies: [String] = []
    for decision in assignment.candidate.draft.decisions {
      if decision.topic.hasPrefix(Self.remedyTopic) {
        remedies.append(String(decision.topic.dropFirst(Self.remedyTopic.count)))
      } else {
        choices[decision.topic] = decision.choice
      }
    }
    return try build(choices, remedies: remedies)
  }

  private func write(_ proposal: Proposal, reasons: [String: String]) throws(ExpertError) -> Draft {
    var draft = try drafter.draft(
      proposal.plan, brief: assignment.brief, label: assignment.label, author: assignment.agent.key,
      priority: assignment.agent.priority, files: proposal.files)
    let earlier = Dictionary(
      assignment.candidate.draft.decisions.map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })
    for index in draft.decisions.indices {
      let topic = draft.decisions[index].topic
      if let reason = reasons[topic] {
        draft.decisions[index].rationale = reason
      } else if let known = earlier[topic], known.choice == draft.decisions[index].choice {
        draft.decisions[index].rationale = known.rationale
      }
    }
    for id in proposal.remedies {
      guard let change = proposal.changes[id] else { continue }
      draft.decisions.append(
        Decision(topic: Self.remedyTopic + id, choice: "applied", rationale: change))
    }
    return draft
  }
}
