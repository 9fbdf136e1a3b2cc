import Basics
import Vocabulary

extension ReportView {
  /// Each revision beside the draft it was made of: which findings it answered and which came with it.
  var revisions: [JSONValue] {
    report.drafts.compactMap { revision in
      let letters = String(revision.label.prefix { $0.isLetter })
      let number = Int(revision.label.dropFirst(letters.count)) ?? 1
      let base = number > 2 ? "\(letters)\(number - 1)" : letters
      guard number > 1, let draft = report.drafts.first(where: { $0.label == base }) else { return nil }
      let (before, after) = (failing(draft), failing(revision))
      let (old, new) = (Set(before.map(\.id)), Set(after.map(\.id)))
      func words(_ findings: [Finding]) -> JSONValue {
        findings.isEmpty
          ? .string("none")
          : .string(findings.map { "\($0.summary) (\($0.address))" }.joined(separator: "; "))
      }
      return [
        "from": .string(draft.label), "to": .string(revision.label), "before": .integer(before.count),
        "after": .integer(after.count), "gone": words(before.filter { !new.contains($0.id) }),
        "come": words(after.filter { !old.contains($0.id) }),
        "price": .string("\(Money.text(draft.price.monthly)) → \(Money.text(revision.price.monthly))"),
      ]
    }
  }

  private func failing(_ draft: DraftReport) -> [Finding] { draft.findings.filter { $0.outcome == .fail } }

  func conformity(_ conformity: UnsupportedChangeOfMind) -> JSONValue {
    ["by": .string(role(conformity.by)), "detail": .string(conformity.detail)]
  }

  func sent(_ sent: SentReport) -> JSONValue {
    [
      "agent": .string(sent.agent.map(role) ?? "an agent"), "model": .string(sent.model),
      "calls": .integer(sent.calls), "input": .integer(sent.inputTokens),
      "output": .integer(sent.outputTokens),
    ]
  }
}
