import Basics

extension CheckReport {
  /// Several reports as one SARIF 2.1.0 log (OASIS), for code scanning.
  package static func sarif(_ reports: [CheckReport], version: String) -> String {
    let findings = reports.flatMap(\.findings)
    let rules = Set(findings.map(\.rule)).sorted()
    return SARIFLog.text(
      version: version, rules: rules.map { ["id": .string($0)] }, results: findings.map(result))
  }

  private static func result(_ finding: Finding) -> JSONValue {
    var members = [
      JSONMember("ruleId", value: .string(finding.rule)),
      JSONMember("level", value: .string(finding.severity == "error" ? "error" : "warning")),
      JSONMember("message", value: ["text": .string("\(finding.summary): \(finding.detail)")]),
    ]
    if let file = finding.file {
      let place = SARIFLog.locations(file: file, line: finding.line ?? 1, column: finding.column ?? 1)
      members.append(JSONMember("locations", value: place))
    }
    return .object(members)
  }
}
