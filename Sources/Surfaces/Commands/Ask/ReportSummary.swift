import Basics
import Reporting
import Vocabulary
import Terminal

/// The end of `ask` on a terminal: what was decided, what it costs, what is left to a person.
struct ReportSummary {
  let report: Report
  let folder: String
  private let paint = Paint.standardOutput

  init(report: Report, folder: String) {
    self.report = report
    self.folder = folder
  }

  var text: String {
    var lines = [paint.bold(report.brief.title), ""]
    lines += report.brief.requirements.map { requirement in
      let shown =
        requirement.evidence.isEmpty ? requirement.reason : requirement.evidence.joined(separator: ", ")
      return "  \(status(requirement.status)) \(requirement.id) \(requirement.text)  \(paint.dim(shown))"
    }
    lines += marked
    lines += [
      "",
      "Draft \(report.verdict.draft), confidence \(Money.percent(report.verdict.confidence)) (\(parts)\(report.verdict.calibration))",
      "\(Money.text(report.price.monthly)) a month, \(Money.percent(report.price.coverage)) of what may cost has a price",
    ]
    lines += report.validation.map {
      "  \(stage($0.status)) \($0.stage) (\($0.tool)) \($0.status == .passed ? "" : $0.detail)"
    }
    let failing = report.findings.filter { $0.outcome == .fail && $0.severity >= .medium }
    lines += failing.map { "  \(paint.yellow($0.severity.rawValue)) \($0.address): \($0.summary)" }
    lines += report.objections.filter { $0.outcome != .setAside && $0.outcome != .dismissed }.map {
      "  \($0.id) \($0.outcome.rawValue): \($0.claim)"
    }
    lines += report.verdict.vetoes.map { "  \(paint.red("veto")) \($0.by): \($0.reason)" }
    lines += report.verdict.dissent.map { "  \($0.by) prefers \($0.prefers): \($0.words)" }
    lines += report.brief.questions.map { "  \(paint.yellow("open")) \($0)" }
    lines += ["", "\(folder)/report.html", "consilium plan \(folder)", ""]
    return lines.joined(separator: "\n")
  }

  /// The request with what was not met set apart, so that nobody has to look for what is missing.
  private var marked: [String] {
    guard let placements = report.brief.placements else { return [] }
    let text = placements.map { placement in
      let standing = report.brief.requirements.filter { placement.lines.contains($0.id) }.map(\.status)
      if standing.contains(.unmet) {
        return paint.red("[unmet: ") + placement.text.trimmedEnd + paint.red("] ")
      }
      if standing.contains(.unknown) {
        return paint.yellow("[unknown: ") + placement.text.trimmedEnd + paint.yellow("] ")
      }
      return placement.text
    }.joined()
    return ["", text]
  }

  private var parts: String {
    guard let parts = report.verdict.parts else { return "" }
    return "\(Money.percent(parts.coverage)) covered, \(Money.percent(parts.evidence)) evidence; "
  }

  private func status(_ status: Coverage.Status) -> String {
    switch status {
    case .met: paint.green("met    ")
    case .unmet: paint.red("unmet  ")
    case .unknown: paint.yellow("unknown")
    }
  }

  private func stage(_ status: ValidationStage.Status) -> String {
    switch status {
    case .passed: paint.green("passed ")
    case .failed: paint.red("failed ")
    case .unchecked: paint.yellow("not run")
    }
  }
}

extension String {
  /// Without white space at the end.
  fileprivate var trimmedEnd: String {
    var text = self
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
