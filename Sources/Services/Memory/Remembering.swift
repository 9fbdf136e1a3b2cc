import Records
import Basics
import Reporting
import Store
import Vocabulary

/// What is worth remembering of a finished consultation.
package struct Remembering: Sendable {
  private let report: Report
  private let isKnownType: @Sendable (String) -> Bool

  /// - Parameter isKnownType: whether a resource type is one that a provider has; words that a model made up are no types.
  package init(report: Report, isKnownType: @escaping @Sendable (String) -> Bool) {
    self.report = report
    self.isKnownType = isKnownType
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
    let types = Set(report.price.resources.map(\.type)).filter(isKnownType).sorted()
    var lines = [
      "Asked: \(report.request)", "Chosen: draft \(chosen.label), \(types.joined(separator: ", "))",
      "Price: \(Money.text(report.price.monthly)) a month",
      "Requirements met: \(met) of \(report.brief.requirements.count)",
    ]
    if let region = report.brief.constraints.first(where: { $0.kind == .region })?.value, Self.isName(region)
    {
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
      "requirements": isModelsBrief
        ? .array([]) : .array(report.brief.requirements.map { .string($0.text) }),
      "confidence": .number(report.verdict.confidence),
    ]
    let isClean = report.verdict.vetoes.isEmpty && met == report.brief.requirements.count
    // What the checks refused is looked up by people and handed to no agent.
    let isRefused = report.validation.contains { $0.status == .failed }
    return record(
      "decision", text: lines.joined(separator: "\n"), evidence: evidence, importance: isClean ? 0.8 : 0.5,
      trust: isRefused ? .quarantined : .checked)
  }

  /// The types of the resources that show what was asked for.
  private var claims: [String] {
    let shown = report.brief.requirements.filter { $0.status == .met }.flatMap(\.evidence)
    return Set(shown.map { String($0.prefix { $0 != "." && $0 != "/" }) }).filter(isKnownType).sorted()
  }

  /// Whether a model wrote the brief: its title and requirements are a model's words then, and go to no later run.
  private var isModelsBrief: Bool { report.experts.contains { $0.kind == .model } }

  /// What a memory is called: the brief's title, or the beginning of the request in the person's own words.
  private var title: String { isModelsBrief ? Self.beginning(report.request) : report.brief.title }

  /// At most this many characters of a request.
  private static let titleLength = 80

  /// The beginning of a text in one line.
  package static func beginning(_ text: String) -> String {
    String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(titleLength))
  }

  /// Letters, digits and dashes, as names of regions are.
  private static func isName(_ text: String) -> Bool {
    text.utf8.count <= 32
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }

  private func record(
    _ kind: String, text: String, evidence: JSONValue, importance: Double, trust: MemoryRecord.Trust
  ) -> MemoryRecord {
    MemoryRecord(
      id: "\(report.run)/\(kind)", run: report.run, created: report.created, kind: kind,
      title: title,
      text: text, evidence: evidence, importance: importance, trust: trust)
  }
}
