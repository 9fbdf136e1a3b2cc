import Basics
import StrictYAML
import Vocabulary

/// One line of `waivers.yaml`: a finding that a person has accepted until a day, with the reason and who answers for it.
package struct Waiver: Hashable, Sendable {
  /// The id of a rule.
  package let rule: String
  /// A pattern over addresses: `aws_s3_bucket.logs*`.
  package let address: String
  package let reason: String
  package let approver: String
  /// The last day on which it holds.
  package let expires: CivilDate
  package let range: SourceRange

  package func covers(_ finding: Finding) -> Bool {
    rule == finding.rule && Glob(address).matches(finding.address)
  }

  package func isOver(on day: CivilDate) -> Bool { expires.daysSince1970 < day.daysSince1970 }

  /// The waivers of a file.
  /// - Throws: `DiagnosticsError` with everything that is wrong in it: each of the five has to be said.
  package static func read(_ text: String, file: String, rules: Set<String>) throws -> [Waiver] {
    let node = try StrictYAML.document(text, file: file)
    guard let entries = node["waivers"]?.elements else {
      throw DiagnosticsError([
        fault(
          "waivers: with a list of rule, address, reason, approver and expires is expected.", file: file,
          at: node)
      ])
    }
    var faults: [Diagnostic] = []
    let waivers = entries.compactMap { entry -> Waiver? in
      do throws(Diagnostic) {
        return try Waiver(entry, file: file, rules: rules)
      } catch {
        faults.append(error)
        return nil
      }
    }
    if !faults.isEmpty { throw DiagnosticsError(faults) }
    return waivers
  }

  private init(_ node: YAMLNode, file: String, rules: Set<String>) throws(Diagnostic) {
    let keys = ["rule", "address", "reason", "approver", "expires"]
    for pair in node.pairs ?? [] where !keys.contains(pair.key) {
      throw Self.fault(
        "'\(pair.key)' is no key of a waiver.\(Spelling.hint(for: pair.key, among: keys))", file: file,
        at: node)
    }
    func text(_ key: String) throws(Diagnostic) -> String {
      guard let text = node[key]?.text, !text.isEmpty else {
        throw Self.fault("A waiver needs '\(key)' with a text.", file: file, at: node)
      }
      return text
    }
    rule = try text("rule")
    guard rules.contains(rule) else {
      throw Self.fault(
        "There is no rule '\(rule)'.\(Spelling.hint(for: rule, among: rules.sorted()))", file: file, at: node)
    }
    address = try text("address")
    reason = try text("reason")
    approver = try text("approver")
    let day = try text("expires")
    let parts = day.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let number = parts[2],
      let date = CivilDate(year: year, month: month, day: number)
    else {
      throw Self.fault("'expires' is a day as 2027-01-31, not '\(day)'.", file: file, at: node)
    }
    expires = date
    range = SourceRange(file: file, start: node.position)
  }

  private static func fault(_ detail: String, file: String, at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      code: "policy.waiver", summary: "A waiver cannot be taken", detail: detail,
      range: SourceRange(file: file, start: node.position))
  }
}
