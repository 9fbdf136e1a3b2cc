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

  /// Where a result stands.
  /// - Parameters:
  ///   - line: from 1; nil for the whole file.
  ///   - column: from 1; nil for the whole line.
  static func locations(file: String, line: Int?, column: Int? = nil) -> JSONValue {
    let region = [("startLine", line), ("startColumn", column)].compactMap { name, number in
      number.map { JSONMember(name, value: .integer(max(1, $0))) }
    }
    var place = [JSONMember("artifactLocation", value: ["uri": .string(uri(file))])]
    if !region.isEmpty { place.append(JSONMember("region", value: .object(region))) }
    return [["physicalLocation": .object(place)]]
  }

  /// A path as a relative reference: what a URI may not hold is escaped.
  private static func uri(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain =
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-._~/".utf8.contains(byte)
      let hexadecimal = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (hexadecimal.count == 1 ? "0" : "") + hexadecimal
    }.joined()
  }
}
