import Basics
import Changes
import Experts
import HCL
import Vocabulary

/// Answers requests for a change of what is there: edits in place, and a line for each thing that was asked. The same request
/// on the same files always gives the same answer.
struct ChangeWriter {
  let handbook: Handbook
  let workbench: any Workbench
  let weights: ClaimWeights

  func brief(for request: Request, on base: [Artifact]) throws(ExpertError) -> Brief {
    let text = RequestText(request.text, languages: handbook.reader.lexicon.languages)
    let reading = try read(text, on: base)
    let result = try HouseRules(workbench: workbench).applied(to: reading, base: base)
    var ledger = BriefBuilder()
    for line in reading.lines {
      let spans = line.ranges.compactMap(text.span)
      ledger.require(
        line.text, at: spans.isEmpty ? [0..<0] : spans, expectations: line.expectations, kind: line.kind,
        gap: line.gap)
    }
    for assumption in reading.assumptions { ledger.assume(assumption) }
    for step in result.steps { ledger.assume(step) }
    for question in reading.questions { ledger.ask(question) }
    var brief = ledger.brief(title: Self.title(request.text), request: text)
    brief.requirements.append(
      try Self.unchanged(
        but: reading, adding: result.added, base: base, number: brief.requirements.count + 1))
    return brief
  }

  func draft(_ assignment: DraftAssignment, on base: [Artifact]) throws(ExpertError) -> Draft {
    let text = RequestText(assignment.request.text, languages: handbook.reader.lexicon.languages)
    let reading = try read(text, on: base)
    let result = try HouseRules(workbench: workbench).applied(to: reading, base: base)
    let touched = reading.touched.union(result.added).sorted()
    let open = reading.lines.filter { $0.gap != nil }.count
    let share = reading.lines.isEmpty ? 1 : Double(open) / Double(reading.lines.count)
    return Draft(
      label: assignment.label, author: assignment.agent.key,
      summary: touched.isEmpty
        ? "Nothing is changed."
        : "Changes \(touched.prefix(8).joined(separator: ", "))\(touched.count > 8 ? " and \(touched.count - 8) more" : ""), and nothing else.",
      files: result.files, assumptions: assignment.brief.assumptions,
      confidence: ((weights.atMost - weights.unchecked * share) * 100).rounded() / 100)
  }

  /// A change is what was asked for: objections to it are for the person, and nothing more is changed to answer them.
  static func revision(_ assignment: RevisionAssignment) -> Revision {
    var draft = assignment.candidate.draft
    draft.label = assignment.label
    return Revision(
      draft: draft,
      answers: assignment.objections.map {
        Revision.Answer(
          objection: $0.id, accepted: false,
          reason: "Nothing is changed beyond what the request names; ask for it as well if it is wanted.")
      })
  }

  private func read(_ text: RequestText, on base: [Artifact]) throws(ExpertError) -> ChangeReading {
    do {
      return try handbook.reader.changes.read(text.text, on: base)
    } catch {
      let code: ExpertErrorCode = error.code == .nothingToDo ? .notInfrastructure : .failed
      throw ExpertError(code, summary: error.summary, detail: error.detail)
    }
  }

  private static func unchanged(
    but reading: ChangeReading, adding added: Set<String>, base: [Artifact], number: Int
  ) throws(ExpertError) -> Requirement {
    // Where something is renamed, references to it follow, and nothing else of the blocks that they are in.
    let moves = reading.changes.filter { if case .move = $0 { true } else { false } }
    let moved = try HouseRules.applied(moves, to: base)
    let touched = reading.touched
    let kept = BlockTexts(moved.texts(of: .openTofu)).digests.filter { !touched.contains($0.key) }
    return Requirement(
      id: "REQ-\(number)", text: "everything else stays as it is",
      check: RequirementCheck(all: [], kept: kept, mayAppear: touched.union(added).sorted()), kind: .unchanged
    )
  }

  private static func title(_ text: String) -> String {
    let line = text.split(separator: "\n").first.map(String.init) ?? ""
    guard line.count > 60 else { return line }
    let cut = line.prefix(60)
    return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + " …"
  }
}
