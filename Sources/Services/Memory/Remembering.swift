import Records
import Basics
import Reporting
import Store
import Vocabulary

/// What is worth remembering of a finished consultation.
package struct Remembering: Sendable {
  private let report: Report

  package init(report: Report) {
    self.report = report
  }

  /// A `decision` put together from what the checks said, and a `rationale` in the words of whoever wrote the draft;
  /// a model's words stay quarantined.
  package func records() -> [MemoryRecord] {
    guard let chosen = report.drafts.first(where: { $0.label == report.verdict.draft }) else { return [] }
    var records = [decision(chosen)]
    let words =
      ([chosen.summary] + chosen.decisions.map { "\($0.topic): \($0.choice), because \($0.rationale)" })
      .filter { !$0.isEmpty }
    if !words.isEmpty {
      let isModel = report.experts.contains { $0.agent == chosen.author && $0.kind == .model }
      records.append(
        record(
          "rationale", text: words.joined(separator: "\n"), evidence: [:], importance: 0.3,
          trust: isModel ? .quarantined : .checked))
    }
    return records
  }

  private func decision(_ chosen: DraftReport) -> MemoryRecord {
    let met = report.brief.requirements.count { $0.status == .met }
    let types = Set(report.price.resources.map(\.type)).sorted()
    var lines = [
      "Asked: \(report.request)", "Chosen: draft \(chosen.label), \(types.joined(separator: ", "))",
      "Price: \(Money.text(report.price.monthly)) a month",
      "Requirements met: \(met) of \(report.brief.requirements.count)",
    ]
    if let region = report.brief.constraints.first(where: { $0.kind == .region })?.value {
      lines.append("Region: \(region)")
    }
    if !report.verdict.vetoes.isEmpty {
      lines.append("Vetoed by: \(report.verdict.vetoes.map(\.by).joined(separator: ", "))")
    }
    let evidence: JSONValue = [
      "request": .string(report.request), "draft": .string(chosen.label),
      "monthly": .number(report.price.monthly),
      "types": .array(types.map(JSONValue.string)), "claims": .array(claims.map(JSONValue.string)),
      "met": .integer(met),
      "requirements": .array(report.brief.requirements.map { .string($0.text) }),
      "confidence": .number(report.verdict.confidence),
    ]
    let isClean = report.verdict.vetoes.isEmpty && met == report.brief.requirements.count
    return record(
      "decision", text: lines.joined(separator: "\n"), evidence: evidence, importance: isClean ? 0.8 : 0.5,
      trust: .checked)
  }

  /// The types of the resources that show what was asked for.
  private var claims: [String] {
    let shown = report.brief.requirements.filter { $0.status == .met }.flatMap(\.evidence)
    return Set(shown.map { String($0.prefix { $0 != "." && $0 != "/" }) }).sorted()
  }

  private func record(
    _ kind: String, text: String, evidence: JSONValue, importance: Double, trust: MemoryRecord.Trust
  ) -> MemoryRecord {
    MemoryRecord(
      id: "\(report.run)/\(kind)", run: report.run, created: report.created, kind: kind,
      title: report.brief.title,
      text: text, evidence: evidence, importance: importance, trust: trust)
  }
}
