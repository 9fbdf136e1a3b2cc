extension CheckReport {
  /// Several reports as JUnit XML: a suite for each configuration, a case for each error.
  package static func junit(_ reports: [CheckReport]) -> String {
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>"]
    for report in reports {
      let errors = report.findings.filter { $0.severity == "error" }
      let isSkipped = report.verdict == .notChecked
      let tests = max(1, errors.count)
      lines.append(
        "  <testsuite name=\"\(escaped(report.path))\" tests=\"\(tests)\" failures=\"\(errors.count)\" skipped=\"\(isSkipped ? 1 : 0)\">"
      )
      if errors.isEmpty {
        let inner = isSkipped ? "<skipped message=\"\(escaped(report.summary))\"/>" : ""
        lines.append("    <testcase name=\"valid\">\(inner)</testcase>")
      }
      for error in errors {
        let place = error.file.map { "\($0):\(error.line ?? 1)" } ?? ""
        lines.append("    <testcase name=\"\(escaped("\(error.summary) \(place)"))\">")
        lines.append(
          "      <failure type=\"\(escaped(error.rule))\" message=\"\(escaped(error.summary))\">\(escaped(error.detail))</failure>"
        )
        lines.append("    </testcase>")
      }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }

  /// XML has no way to write most control characters; they become the replacement character.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#10;"
      case "\t": escaped += "&#9;"
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
