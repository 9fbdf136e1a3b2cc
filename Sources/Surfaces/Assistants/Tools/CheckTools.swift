import Basics
import ModelContext
import Reporting
import Services

/// `check` and `propose_patch`: what is wrong with files, and what of it can be put right for certain.
struct CheckTools: Sendable {
  /// Findings that are shown.
  private static let most = 50

  let installation: Installation

  func check(_ source: SourceArgument) async throws -> JSONValue {
    let checking = try CheckService(installation: installation)
    return try await source.read { path in
      let report = checking.check(path).report
      let findings = ShownList(
        try report.findings.map { try JSONValue(encoding: $0) }, limit: Self.most)
      return [
        "verdict": .string(report.verdict.rawValue), "checked": .array(report.checked.map(JSONValue.string)),
        "unchecked": .array(report.unchecked.map(JSONValue.string)), "findings": findings.shown,
        "omitted": .integer(findings.omitted),
      ]
    }
  }

  func patch(_ source: SourceArgument) async throws -> JSONValue {
    let repairing = try CheckService(installation: installation, repairs: true)
    let checking = try CheckService(installation: installation)
    return try await source.read { path in
      let repaired = repairing.check(path)
      let before = checking.check(path)
      let diff = repaired.repaired.sorted { $0.key < $1.key }.map { file, text in
        LineDiff.unified(before.sources[file] ?? "", after: text, file: file)
      }.joined()
      return [
        "before": .string(before.report.verdict.rawValue), "after": .string(repaired.report.verdict.rawValue),
        "diff": .string(diff), "repairs": .array(repaired.report.repairs.map(JSONValue.string)),
        "left": .array(
          try repaired.report.findings.prefix(Self.most).map { try JSONValue(encoding: $0) }),
      ]
    }
  }
}
