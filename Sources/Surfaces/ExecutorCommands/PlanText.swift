import Basics
import Delivery
import Digests
import Effects
import Vocabulary

/// A plan as a person reads it before approving.
struct PlanText {
  let document: PlanDocument
  let id: String
  /// False where nothing at all would change; outputs alone may.
  let changesAnything: Bool

  init(_ document: PlanDocument, id: String, changesAnything: Bool) {
    self.changesAnything = changesAnything
    self.document = document
    self.id = id
  }

  var text: String {
    var lines = Self.ordered(document.changes).flatMap { [Self.line($0)] + Self.arguments(of: $0) }
    if document.changes.isEmpty, changesAnything { lines.append("  Only outputs change.") }
    if let diff = document.cluster?.diff, !diff.isEmpty { lines += ["", diff] }
    lines += ["", document.summary, price]
    if !document.appraisal.unpriced.isEmpty {
      lines.append("No price is known for \(document.appraisal.unpriced.joined(separator: ", "))")
    }
    lines += network
    lines += document.drift.map { "Changed behind the state's back: \(Self.line($0).trimmed)" }
    lines += document.appraisal.findings.map { "Finding: \($0)" }
    lines += unknowns
    if let override = document.override {
      lines += override.vetoes.map { "Veto set aside: \($0)" }
      lines.append("  by \(override.by), because: \(override.reason)")
    }
    lines += (document.effects ?? []).map { "Allowed: \($0.summary)\n  \($0.text)" }
    lines += document.risks.map { "Risk: \($0.kind.rawValue): \($0.address) \($0.reason)" }
    lines += undo
    lines += [madeWith, "", "Plan \(id)"] + next + [""]
    return lines.joined(separator: "\n")
  }

  var price: String {
    let (before, after) = (document.appraisal.before, document.appraisal.after)
    let sign = after - before < 0 ? "" : "+"
    // A sum without its unknown parts is no price.
    let least = document.appraisal.unpriced.isEmpty ? "" : "at least "
    return
      "Price: \(Money.text(before)) → \(least)\(Money.text(after)) a month (\(least)\(sign)\(Money.text(after - before)))"
  }

  /// How many ways are listed, and how many sentences about what is not known; `--format json` has all.
  private static let wayLimit = 30
  private static let noteLimit = 5

  /// The ways that the plan opens and closes, those from the internet first.
  var network: [String] {
    guard let network = document.appraisal.network else { return [] }
    let ways =
      network.opened.map { "Opens: \($0.from) → \($0.to): \($0.traffic)" }
      + network.closed.map { "Closes: \($0.from) → \($0.to): \($0.traffic)" }
    let rest = ways.count - Self.wayLimit
    let more = network.unknown.count - Self.noteLimit
    return ways.prefix(Self.wayLimit)
      + (rest > 0 ? ["… and \(rest) more ways that it opens or closes; --format json has all."] : [])
      + network.unknown.prefix(Self.noteLimit).map { "Not known of the network: \($0)" }
      + (more > 0 ? ["… and \(more) more that is not known of it; --format json has all."] : [])
  }

  var unknowns: [String] {
    document.changes.filter { !$0.unknown.isEmpty }.map {
      "Known only after the apply: \($0.address): \($0.unknown.joined(separator: ", "))"
    }
  }

  var undo: [String] {
    guard !document.changes.isEmpty else { return [] }
    let back = document.undo
    let counts = PlannedChange.Action.allCases.compactMap { action -> String? in
      let count = back.changes.count { $0.action == action }
      return count == 0 ? nil : "\(count) to \(action.rawValue)"
    }.joined(separator: ", ")
    let goal = back.restores.map { "back to the files of \($0)" } ?? "back to nothing"
    return ["", "Undo: \(goal): \(counts.isEmpty ? "nothing" : counts)"]
      + back.pending.map { "  besides, because it has drifted since: \(Self.line($0).trimmed)" }
      + back.losses.map { "  cannot be undone: \($0)" }
  }

  var madeWith: String {
    let tools = [document.infrastructure?.tool, document.cluster?.tool].compactMap { $0 }
    return "Made with \(tools.joined(separator: " and ")), digest \(document.digest.short)"
  }

  var next: [String] {
    guard changesAnything else { return ["Nothing to do."] }
    let needed = document.approversNeeded
    let people =
      needed == 1 && document.risks.isEmpty
      ? "One person approves"
      : "\(needed) \(needed == 1 ? "person approves," : "people approve\(document.rules.allowsOneLogin ? "" : ", each under a login of their own"),") with the number of changes typed"
    let who = document.rules.allowsSelf ? "" : ", not \(document.requester) who asked"
    return [
      "\(people)\(who).", "consilium approve \(id) --as NAME\(document.risks.isEmpty ? "" : " --count N")",
    ]
  }

  /// What destroys comes first, then what is made anew, then the rest by address.
  static func ordered(_ changes: [PlannedChange]) -> [PlannedChange] {
    let ranks: [PlannedChange.Action] = [.delete, .replace, .forget, .update, .create, .read]
    return changes.sorted {
      (ranks.firstIndex(of: $0.action) ?? 0, $0.address) < (ranks.firstIndex(of: $1.action) ?? 0, $1.address)
    }
  }

  /// Lines of one resource that are shown; `--format json` has all.
  private static let argumentLimit = 60
  /// Characters of one value that are shown in a line.
  private static let valueLimit = 160

  static func arguments(of change: PlannedChange) -> [String] {
    let shown = change.arguments.prefix(argumentLimit)
    let width = min(shown.map(\.path.count).max() ?? 0, 40)
    var lines = shown.map { argument in
      let name = argument.path + String(repeating: " ", count: max(0, width - argument.path.count))
      let mark = argument.forcesReplacement ? "  # forces replacement" : ""
      let value =
        change.action == .create
        ? cut(argument.after ?? "null")
        : "\(cut(argument.before ?? "null")) → \(cut(argument.after ?? "null"))"
      return "      \(name) = \(value)\(mark)"
    }
    let left = change.arguments.count - shown.count
    if left > 0 { lines.append("      … and \(left) more arguments; --format json has them all") }
    return lines
  }

  private static func cut(_ value: String) -> String {
    value.count > valueLimit ? "\(value.prefix(valueLimit))… (\(value.count) characters)" : value
  }

  static func line(_ change: PlannedChange) -> String {
    let forced = change.forcedBy.isEmpty ? "" : ", forced by \(change.forcedBy.joined(separator: ", "))"
    let names = change.differing.isEmpty ? "" : " (\(change.differing.joined(separator: ", "))\(forced))"
    return "  \(mark(change.action)) \(change.address)\(names)"
  }

  private static func mark(_ action: PlannedChange.Action) -> String {
    switch action {
    case .create: "+ create "
    case .update: "~ change "
    case .replace: "± replace"
    case .delete: "- destroy"
    case .read: "  read   "
    case .forget: "  forget "
    }
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
