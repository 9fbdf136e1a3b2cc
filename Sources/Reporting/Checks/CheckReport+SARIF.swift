import Basics

extension CheckReport {
  /// Several reports as one SARIF 2.1.0 log (OASIS), for code scanning.
  package static func sarif(_ reports: [CheckReport], version: String) -> String {
    let findings = reports.flatMap(\.findings)
    let rules = Set(findings.map(\.rule)).sorted()
    let log: JSONValue = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "consilium", "version": .string(version),
              "rules": .array(rules.map { ["id": .string($0)] }),
            ]
          ],
          "results": .array(findings.map(result)),
        ]
      ],
    ]
    return log.pretty
  }

  private static func result(_ finding: Finding) -> JSONValue {
    var members = [
      JSONMember("ruleId", .string(finding.rule)),
      JSONMember("level", .string(finding.severity == "error" ? "error" : "warning")),
      JSONMember("message", ["text": .string("\(finding.summary): \(finding.detail)")]),
    ]
    if let file = finding.file {
      let region: JSONValue = [
        "startLine": .integer(max(1, finding.line ?? 1)),
        "startColumn": .integer(max(1, finding.column ?? 1)),
      ]
      members.append(
        JSONMember(
          "locations", [["physicalLocation": ["artifactLocation": ["uri": .string(file)], "region": region]]])
      )
    }
    return .object(members)
  }
}
