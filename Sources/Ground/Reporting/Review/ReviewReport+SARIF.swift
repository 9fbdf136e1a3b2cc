import Basics

extension ReviewReport {
  /// The report as a SARIF 2.1.0 log (OASIS), for code scanning; what was accepted is a suppressed result.
  package func sarif(version: String) -> String {
    let all = findings + waived.map(\.finding)
    let rules = Dictionary(all.map { ($0.rule, $0) }) { first, _ in first }
    let suppressed = waived.map { waived in
      Self.result(
        waived.finding, suppression: "\(waived.reason) (\(waived.approver), until \(waived.expires))")
    }
    return SARIFLog.text(
      version: version, rules: rules.values.sorted { $0.rule < $1.rule }.map(Self.descriptor),
      results: findings.map { Self.result($0, suppression: nil) } + suppressed)
  }

  private static func descriptor(_ finding: Finding) -> JSONValue {
    [
      "id": .string(finding.rule),
      "shortDescription": ["text": .string(finding.summary)],
      "fullDescription": ["text": .string(finding.why)],
      "help": ["text": .string(finding.remedy)],
      "properties": [
        "security-severity": .string(score[finding.severity] ?? "0.0"),
        "tags": .array(([finding.category] + finding.references).map { .string($0) }),
      ],
    ]
  }

  /// The middle of each band of CVSS 3.1, which is what code scanning sorts by.
  private static let score: [Severity: String] = [
    .critical: "9.5", .high: "8.0", .medium: "5.5", .low: "2.0",
  ]

  private static func result(_ finding: Finding, suppression: String?) -> JSONValue {
    let isError = finding.severity >= .high
    var members = [
      JSONMember("ruleId", value: .string(finding.rule)),
      JSONMember("level", value: .string(isError ? "error" : finding.severity == .low ? "note" : "warning")),
      JSONMember("message", value: ["text": .string("\(finding.address): \(finding.evidence)")]),
    ]
    if let file = finding.file {
      members.append(
        JSONMember("locations", value: SARIFLog.locations(file: file, line: finding.line ?? 1)))
    }
    if let suppression {
      members.append(
        JSONMember(
          "suppressions", value: [["kind": "external", "justification": .string(suppression)]]))
    }
    return .object(members)
  }
}
