import Basics

/// A log in SARIF 2.1.0 (OASIS), for code scanning.
enum SARIFLog {
  /// - Parameters:
  ///   - version: of this program.
  ///   - rules: `reportingDescriptor` objects.
  ///   - results: `result` objects.
  static func text(version: String, rules: [JSONValue], results: [JSONValue]) -> String {
    let log: JSONValue = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "consilium", "version": .string(version), "rules": .array(rules),
            ]
          ],
          "results": .array(results),
        ]
      ],
    ]
    return log.pretty
  }
}
