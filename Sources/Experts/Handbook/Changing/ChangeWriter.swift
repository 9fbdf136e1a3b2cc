import Basics
import Changes
import Experts
import HCL
import Vocabulary

/// Answers requests for a change of what is there: edits in place, and a line for each thing that was asked. The same request
/// on the same files always gives the same answer.
struct ChangeWriter {
  let handbook: Handbook
  let weights: ClaimWeights

  func brief(for request: Request, on base: [Artifact]) throws(ExpertError) -> Brief {
    let text = RequestText(request.text, languages: handbook.reader.lexicon.languages)
    let reading = try read(text, on: base)
    var ledger = BriefBuilder()
    for line in reading.lines {
      let spans = line.ranges.compactMap(text.span)
      ledger.require(
        line.text, at: spans.isEmpty ? [0..<0] : spans, expectations: line.expectations, kind: line.kind,
        gap: line.gap)
    }
    for assumption in reading.assumptions { ledger.assume(assumption) }
    for question in reading.questions { ledger.ask(question) }
    var brief = ledger.brief(title: Self.title(request.text), request: text)
    brief.requirements.append(Self.unchanged(but: reading, base: base, number: brief.requirements.count + 1))
    return brief
  }

  func draft(_ assignment: DraftAssignment, on base: [Artifact]) throws(ExpertError) -> Draft {
    let text = RequestText(assignment.request.text, languages: handbook.reader.lexicon.languages)
    let reading = try read(text, on: base)
    let files: [Artifact]
    do {
      files = try ChangeApplication(base).applying(reading.changes)
    } catch {
      throw ExpertError(.failed, summary: error.summary, detail: error.detail)
    }
    let touched = reading.touched.sorted()
    let open = reading.lines.filter { $0.gap != nil }.count
    let share = reading.lines.isEmpty ? 1 : Double(open) / Double(reading.lines.count)
    return Draft(
      label: assignment.label, author: assignment.agent.key,
      summary: touched.isEmpty
        ? "Nothing is changed."
        : "Changes \(touched.prefix(8).joined(separator: ", "))\(touched.count > 8 ? " and \(touched.count - 8) more" : ""), and nothing else.",
      files: files, assumptions: assignment.brief.assumptions,
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
      return try ChangeReader().read(text.text, on: base)
    } catch {
      let code: ExpertErrorCode = error.code == .nothingToDo ? .notInfrastructure : .failed
      throw ExpertError(code, summary: error.summary, detail: error.detail)
    }
  }

  private static func unchanged(but reading: ChangeReading, base: [Artifact], number: Int) -> Requirement {
    let format = ArtifactFormat.openTofu
    let texts = Dictionary(
      base.filter { format.holds($0.path) && format.names($0.path) }.map { ($0.path, $0.content) },
      uniquingKeysWith: { first, _ in first })
    let touched = reading.touched
    let kept = BlockTexts(texts).digests.filter { !touched.contains($0.key) }
    return Requirement(
      id: "REQ-\(number)", text: "everything else stays as it is",
      check: RequirementCheck(all: [], kept: kept, mayAppear: touched.sorted()), kind: .unchanged)
  }

  private static func title(_ text: String) -> String {
    let line = text.split(separator: "\n").first.map(String.init) ?? ""
    guard line.count > 60 else { return line }
    let cut = line.prefix(60)
    return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + " …"
  }
}
