import Basics

extension ReviewReport {
  /// The report as JUnit XML: a suite, a case for each finding, a skipped one for each rule that could not be decided.
  package var junit: String {
    let count = max(1, findings.count + undecided.count)
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>",
      "  <testsuite name=\"\(XMLText.escaped(path))\" tests=\"\(count)\" failures=\"\(findings.count)\" skipped=\"\(undecided.count)\">",
    ]
    if findings.isEmpty, undecided.isEmpty { lines.append("    <testcase name=\"no findings\"></testcase>") }
    for finding in findings {
      let place = finding.file.map { " \($0):\(finding.line ?? 1)" } ?? ""
      lines += [
        "    <testcase classname=\"\(XMLText.escaped(finding.rule))\" name=\"\(XMLText.escaped(finding.address + place))\">",
        "      <failure type=\"\(finding.severity.rawValue)\" message=\"\(XMLText.escaped(finding.summary))\">\(XMLText.escaped("\(finding.evidence) \(finding.remedy)"))</failure>",
        "    </testcase>",
      ]
    }
    for rule in undecided {
      lines.append(
        "    <testcase classname=\"\(XMLText.escaped(rule.rule))\" name=\"\(XMLText.escaped(rule.addresses.joined(separator: ", ")))\"><skipped message=\"\(XMLText.escaped(rule.summary)): not decidable yet\"/></testcase>"
      )
    }
    return (lines + ["  </testsuite>", "</testsuites>"]).joined(separator: "\n") + "\n"
  }
}
