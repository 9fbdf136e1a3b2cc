import Basics
import Reporting
import Services
import Vocabulary

/// A report as short as an assistant can use it: what is decided, what is not, what it costs, what a person has to do.
struct ReportDigest {
  /// Findings and files that are shown; the report has them all.
  private static let most = 40

  let report: Report
  let folder: String?

  var json: JSONValue {
    [
      "run": .string(report.run), "title": .string(report.brief.title), "status": .string(status),
      "requirements": .array(report.brief.requirements.map(requirement)),
      "monthly": .number(report.price.monthly), "currency": .string(report.price.currency),
      "coverage": .number(report.price.coverage), "unpriced": texts(report.price.unpriced),
      // What is billed by use alone is in no amount.
      "byUse": texts(report.price.resources.filter { $0.status == .usage }.map(\.address)),
      "validation": .array(
        report.validation.map {
          [
            "stage": .string($0.stage), "tool": .string($0.tool), "status": .string($0.status.rawValue),
            "detail": .string($0.detail),
          ]
        }),
      "vetoes": .array(
        report.verdict.vetoes.map { ["by": .string($0.by), "reason": .string($0.reason)] }),
      "findings": .array(
        report.findings.filter { $0.severity >= .medium }.prefix(Self.most).map(Self.finding)),
      "questions": texts(report.brief.questions),
      "files": texts(report.artifacts.prefix(Self.most).map(\.path)),
      "folder": folder.map(JSONValue.string) ?? .null,
    ]
  }

  /// In words what the command's exit status says.
  private var status: String {
    switch report.exitStatus {
    case .done: "done"
    case .refused: "refused"
    case .budget: "budget"
    default: "undecided"
    }
  }

  private func requirement(_ requirement: BriefReport.Requirement) -> JSONValue {
    let why = requirement.evidence.isEmpty ? requirement.reason : requirement.evidence.joined(separator: ", ")
    return [
      "id": .string(requirement.id), "text": .string(requirement.text),
      "status": .string(requirement.status.rawValue), "why": .string(why),
    ]
  }

  static func finding(_ finding: Finding) -> JSONValue {
    [
      "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue),
      "outcome": .string(finding.outcome.rawValue), "address": .string(finding.address),
      "summary": .string(finding.summary), "evidence": .string(finding.evidence),
      "remedy": .string(finding.remedy),
    ]
  }

  private func texts(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map(JSONValue.string)) }
}
