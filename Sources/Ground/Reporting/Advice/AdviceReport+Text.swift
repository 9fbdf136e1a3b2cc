import Basics
import Vocabulary

extension AdviceReport {
  /// The report for a terminal: what changed, what to do first, everything, and what could not be judged.
  package var text: String {
    let parts = [
      head, changesText, firstText, adviceText, refusedText, budgetsText, forbiddenText, unjudgedText,
      faultsText,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var head: String {
    var text =
      "\(recommendations.count) pieces of advice on \(estates.count) estate(s), \(day): \(Money.text(saving)) of "
    text += "\(Money.text(monthly)) a month can be saved"
    if saving - patched >= 0.01 {
      text +=
        ": \(Money.text(patched)) by the patches here, \(Money.text(saving - patched)) by work to be done"
    }
    if reclaimable > 0 { text += ", and \(Money.text(reclaimable)) once nodes go" }
    text += "\nPrices of \(priceBookDate); \(coverage) of what may cost has a price.\n"
    // Of many estates the pages have a column for them.
    return text + (estates.count == 1 ? estates[0].notes : []).map { "note: \($0)\n" }.joined()
  }

  /// Over all estates, by the number of their resources.
  var coverage: String {
    let all = estates.reduce(0) { $0 + $1.resources }
    guard all > 0 else { return "100 %" }
    let known = estates.reduce(0) { $0 + $1.coverage * Double($1.resources) }
    return "\(Money.decimal(known / Double(all) * 100, places: 1)) %"
  }

  private var changesText: String {
    guard let changes else { return "" }
    var lines = [
      "Since \(changes.since ?? "the beginning"): \(changes.new.count) new, \(changes.open.count) still open, "
        + "\(changes.applied.count) applied, \(changes.realised.count) realised, \(changes.dismissed.count) dismissed"
    ]
    let new = Set(changes.new)
    for advice in recommendations where new.contains(advice.fingerprint) {
      lines.append("  new      \(line(advice))")
    }
    for outcome in changes.applied { lines.append("  applied  \(Self.line(outcome))") }
    for outcome in changes.realised { lines.append("  realised \(Self.line(outcome))") }
    for outcome in changes.withdrawn {
      lines.append("  gone     \(outcome.fingerprint) \(outcome.address): \(outcome.title)")
    }
    for outcome in changes.unseen {
      lines.append("  not seen \(outcome.fingerprint) \(outcome.address): it could not be judged tonight")
    }
    for dismissal in changes.dismissed {
      let until = dismissal.until.map { " until \($0)" } ?? ""
      lines.append("  dismissed\(until) \(dismissal.fingerprint) \(dismissal.address): \(dismissal.reason)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func line(_ outcome: AdviceChanges.Outcome) -> String {
    let predicted = outcome.predicted.map(Money.text) ?? "an unknown amount"
    let realised = outcome.realised.map(Money.text) ?? "not known"
    return "\(outcome.fingerprint) \(outcome.address): \(realised) a month, predicted \(predicted)"
  }

  private func line(_ advice: Recommendation) -> String {
    "\(advice.fingerprint) \(amount(advice)) \(advice.address) (\(advice.place)): \(advice.title)"
  }

  private func amount(_ advice: Recommendation) -> String {
    advice.saving.monthly.map(Money.text) ?? "(\(advice.saving.basis.rawValue))"
  }

  private var firstText: String {
    guard !first.isEmpty else { return "" }
    let lines = first.enumerated().map { index, advice in
      "  \(index + 1). \(line(advice)) – effort \(advice.effort.rawValue), risk \(advice.risk.rawValue)"
    }
    return (["Do this first (saving for an hour of work):"] + lines).joined(separator: "\n") + "\n"
  }

  private var adviceText: String {
    let sound = recommendations.filter(\.isSound)
    guard !sound.isEmpty else { return refused.isEmpty ? "Nothing to do.\n" : "" }
    return "All advice:\n" + sound.map(details).joined(separator: "\n")
  }

  private func details(_ advice: Recommendation) -> String {
    var lines = [
      "  \(line(advice))",
      "      rule \(advice.rule) (\(advice.number)), confidence \(advice.confidence.rawValue), "
        + "effort \(advice.effort.rawValue), risk \(advice.risk.rawValue), "
        + (advice.isReversible ? "can be undone" : "cannot be undone"),
    ]
    lines += advice.evidence.map { "      seen: \($0)" }
    lines.append("      sum:  \(advice.formula)")
    lines += advice.steps.map { "      step: \($0)" }
    if let patch = advice.patch {
      if !patch.after.isEmpty { lines.append("      patch, after \(patch.after.joined(separator: ", ")):") }
      lines += (patch.diff.isEmpty ? patch.edited : patch.diff).split(separator: "\n").map { "        \($0)" }
    }
    if !advice.withheld.isEmpty { lines.append("      no patch: \(advice.withheld)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var refusedText: String {
    guard !refused.isEmpty else { return "" }
    let lines = refused.flatMap { advice -> [String] in
      let reasons =
        advice.objections.map { "      \($0.role) (\($0.answeredBy)) objects: \($0.reason)" }
        + advice.checks.filter { $0.status == .failed }.map {
          "      the patch fails \($0.name): \($0.detail)"
        }
      return ["  \(line(advice))"] + reasons
    }
    return (["Refused, and not in the sum:"] + lines).joined(separator: "\n") + "\n"
  }

  private var budgetsText: String {
    guard !budgets.isEmpty else { return "" }
    return (["Budgets:"] + budgets.map { "  \($0.text)" }).joined(separator: "\n") + "\n"
  }

  private var forbiddenText: String {
    let lines = rules.flatMap { rule in (rule.forbidden ?? []).map { "  \(rule.number) \(rule.rule): \($0)" }
    }
    return lines.isEmpty ? "" : (["Not possible, and so not advised:"] + lines).joined(separator: "\n") + "\n"
  }

  private var unjudgedText: String {
    let lines = unjudged.map { rule in
      let count = rule.resources == 0 ? "" : " (\(rule.unjudged) of \(rule.resources))"
      return "  \(rule.number) \(rule.rule)\(count): needs \(rule.needs.joined(separator: "; "))"
    }
    return lines.isEmpty ? "" : (["Not judged:"] + lines).joined(separator: "\n") + "\n"
  }

  /// Rules that could not be judged, or not on every resource.
  var unjudged: [RuleJudgement] {
    rules.filter { !$0.needs.isEmpty && ($0.unjudged > 0 || $0.resources == 0) }.sorted {
      ($0.number, $0.rule) < ($1.number, $1.rule)
    }
  }

  private var faultsText: String {
    guard !faults.isEmpty else { return "" }
    return (["Could not be read:"] + faults.map { "  \($0.estate): \($0.detail)" }).joined(separator: "\n")
      + "\n"
  }
}
