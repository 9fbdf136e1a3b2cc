import Basics

extension ReviewReport {
  /// For people, gravest first.
  /// - Parameter emphasis: how a heading is set off, as with colour on a terminal.
  package func text(emphasis: (_ text: String, _ severity: Severity) -> String) -> String {
    var lines: [String] = []
    for finding in findings {
      lines.append(emphasis("\(finding.severity.rawValue): \(finding.summary)", finding.severity))
      let place = finding.file.map { ", \($0):\(finding.line ?? 1)" } ?? ""
      lines.append("  \(finding.address)\(place)  [\(finding.rule)]")
      lines.append("  \(finding.evidence)")
      if !finding.remedy.isEmpty { lines.append("  Do: \(finding.remedy)") }
      lines.append("")
    }
    for rule in undecided {
      let more = rule.addresses.count > 3 ? " and \(rule.addresses.count - 3) more" : ""
      lines.append(
        "undecided: \(rule.summary) [\(rule.rule)]: depends on values that are not known yet, of "
          + rule.addresses.prefix(3).joined(separator: ", ") + more)
    }
    lines += waived.map {
      "accepted until \($0.expires) by \($0.approver): \($0.finding.rule) on \($0.finding.address) (\($0.reason))"
    }
    lines += notes + unread.map { "not looked at: \($0)" }
    lines.append(summary)
    return lines.joined(separator: "\n") + "\n"
  }

  /// `infrastructure: 12 findings (1 critical, 3 high, 8 medium), 2 rules undecided; 40 resources, 132 rules`.
  package var summary: String {
    let counts = Severity.allCases.sorted(by: >).compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)"
    }
    let found =
      findings.isEmpty
      ? "no findings"
      : "\(findings.count) \(findings.count == 1 ? "finding" : "findings") (\(counts.joined(separator: ", ")))"
    let open =
      undecided.isEmpty
      ? "" : ", \(undecided.count) \(undecided.count == 1 ? "rule" : "rules") undecided"
    let nothing = resources == 0 ? "; nothing that a rule is about was found" : ""
    return "\(path): \(found)\(open); \(resources) resources, \(rules) rules\(nothing)"
  }
}
