extension CheckReport {
  /// Messages as the tools print them, each with its source line and a mark below what is meant.
  /// - Parameters:
  ///   - source: the text of a file, for the line shown; nil where it is not at hand.
  ///   - emphasis: how a heading is set off, as with colour on a terminal.
  package func text(source: (String) -> String?, emphasis: (_ text: String, _ isError: Bool) -> String)
    -> String
  {
    var lines: [String] = []
    for finding in findings {
      let isError = finding.severity == "error"
      lines.append(emphasis("\(isError ? "Error" : "Warning"): \(finding.summary)", isError))
      if let file = finding.file, let line = finding.line {
        let address = finding.address.map { ", in \($0)" } ?? ""
        lines.append("  on \(file) line \(line)\(address):")
        if let text = source(file), let shown = Self.line(line, of: text) {
          lines.append("  \(line): \(shown)")
          let width = String(line).count + 4 + max(0, (finding.column ?? 1) - 1)
          lines.append(String(repeating: " ", count: width) + "^")
        }
      }
      lines.append("  \(finding.detail)")
      if let fix = finding.fix { lines.append("  Fix: \(fix)") }
      if let offer = finding.offer {
        lines.append("  Not done by --fix, since something would be lost: \(offer)")
      }
      lines.append("")
    }
    lines.append(summary)
    return lines.joined(separator: "\n") + "\n"
  }

  /// `shop: valid, checked with hashicorp/aws 5.100.0`.
  package var summary: String {
    let errors = findings.count { $0.severity == "error" }
    let against = checked.isEmpty ? "" : ", checked with \(checked.joined(separator: ", "))"
    let missing =
      unchecked.map { "\n  not checked: \($0)" }.joined() + outside.map { "\n  not here: \($0)" }.joined()
    return switch verdict {
    case .valid: "\(path): valid\(against)\(missing)"
    case .invalid: "\(path): invalid, \(errors) \(errors == 1 ? "error" : "errors")\(against)\(missing)"
    case .notChecked: "\(path): nothing wrong found, but not all of it could be checked\(against)\(missing)"
    case .unreadable: "\(path): cannot be read"
    }
  }

  private static func line(_ number: Int, of text: String) -> Substring? {
    let lines = text.split(separator: "\n", maxSplits: number, omittingEmptySubsequences: false)
    return lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
