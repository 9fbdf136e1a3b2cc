import Experts
import Basics
import Vocabulary

/// Makes a draft from a request, a priority and, for a revision, the choices of the draft before it.
struct Drafter {
  let handbook: Handbook
  let workbench: any Workbench
  let weights: ClaimWeights

  func draft(_ assignment: DraftAssignment) throws(ExpertError) -> Draft {
    let plan = try plan(try intent(of: assignment.request), priority: assignment.agent.priority)
    return try draft(
      plan, brief: assignment.brief, label: assignment.label, author: assignment.agent.key,
      priority: assignment.agent.priority)
  }

  func intent(of request: Request) throws(ExpertError) -> Intent {
    try handbook.reader.read(request).intent
  }

  func plan(
    _ intent: Intent, priority: AgentProfile.Priority, overrides: [String: String] = [:]
  ) throws(ExpertError) -> DraftPlan {
    var planner = Planner(book: handbook.book, intent: intent, priority: priority, overrides: overrides)
    return try planner.plan()
  }

  /// The plan's files, printed as the tool would.
  func files(_ plan: DraftPlan) throws(ExpertError) -> [Artifact] {
    let files = workbench.formatted(try Renderer(plan: plan, book: handbook.book).files())
    let composed = try Composition(
      composed: plan.composed, changes: handbook.reader.changes, workbench: workbench
    ).added(to: files)
    return try WishedArguments(plan: plan, workbench: workbench).applied(to: composed)
  }

  func draft(
    _ plan: DraftPlan, brief: Brief, label: String, author: String, priority: AgentProfile.Priority,
    files: [Artifact]? = nil
  ) throws(ExpertError) -> Draft {
    var written = files ?? []
    if files == nil { written = try self.files(plan) }
    let writer = DecisionWriter(plan: plan, priority: priority)
    return Draft(
      label: label, author: author, summary: writer.summary, decisions: writer.decisions,
      files: written,
      assumptions: brief.assumptions, confidence: confidence(brief, plan: plan),
      notes: writer.notes)
  }

  /// What is asked and open lowers it; a recipe in itself is proven.
  private func confidence(_ brief: Brief, plan: DraftPlan) -> Double {
    let unchecked = brief.requirements.filter { $0.check == nil }.count
    let share = brief.requirements.isEmpty ? 0 : Double(unchecked) / Double(brief.requirements.count)
    let open = min(Double(brief.questions.count) * weights.question, weights.questionsAtMost)
    return ((weights.atMost - weights.unchecked * share - open) * 100).rounded() / 100
  }
}
