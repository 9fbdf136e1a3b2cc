import Basics

extension CheckReport {
  /// Several reports as JUnit XML: a suite for each configuration, a case for each error.
  package static func junit(_ reports: [CheckReport]) -> String {
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>"]
    for report in reports {
      let errors = report.findings.filter { $0.severity == "error" }
      let isSkipped = report.verdict == .notChecked
      let tests = max(1, errors.count)
      lines.append(
        "  <testsuite name=\"\(XMLText.escaped(report.path))\" tests=\"\(tests)\" failures=\"\(errors.count)\" skipped=\"\(isSkipped ? 1 : 0)\">"
      )
      if errors.isEmpty {
        let inner = isSkipped ? "<skipped message=\"\(XMLText.escaped(report.summary))\"/>" : ""
        lines.append("    <testcase name=\"valid\">\(inner)</testcase>")
      }
      for error in errors {
        let place = error.file.map { "\($0):\(error.line ?? 1)" } ?? ""
        lines.append("    <testcase name=\"\(XMLText.escaped("\(error.summary) \(place)"))\">")
        lines.append(
          "      <failure type=\"\(XMLText.escaped(error.rule))\" message=\"\(XMLText.escaped(error.summary))\">\(XMLText.escaped(error.detail))</failure>"
        )
        lines.append("    </testcase>")
      }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }
}
