import Basics
import Vocabulary

/// What two runs decided differently, and from which step on they parted.
package struct ReportDifference: Sendable, Codable {
  /// One thing that is not the same.
  package struct Line: Sendable, Hashable, Codable {
    /// `request`, `crew`, `experts`, `requirement REQ-2`, `verdict`, `price`, `resources`, `finding …`, `objection …`.
    package var what: String
    package var first: String
    package var second: String
  }

  package var first: String
  package var second: String
  /// The first step whose result is not the same, in the order of the protocol; nil where all are.
  package var partedAt: String?
  /// Why they parted, as far as the two journals tell.
  package var reason: String
  package var lines: [Line]

  package var isEmpty: Bool { lines.isEmpty && partedAt == nil }

  /// - Parameter partedAt: the first step with another result, with its title.
  package init(_ first: Report, second: Report, partedAt: (key: String, title: String)?) {
    self.first = first.run
    self.second = second.run
    self.partedAt = partedAt?.key
    lines = Self.lines(first, second: second)
    reason = Self.reason(first, second: second, partedAt: partedAt)
  }

  private static func reason(_ first: Report, second: Report, partedAt: (key: String, title: String)?)
    -> String
  {
    if first.request != second.request { return "The requests are not the same." }
    if first.crew.digest != second.crew.digest { return "The crew file or a prompt is not the same." }
    if first.mode != second.mode { return "The modes are not the same." }
    let models = (first.experts.map(\.model), second.experts.map(\.model))
    if models.0 != models.1 { return "Not the same experts answered." }
    if first.remembered ?? [] != second.remembered ?? [] {
      return "Not the same earlier runs were remembered."
    }
    guard let partedAt else { return "Every step has the same result." }
    return "Request, crew and experts are the same; the first step with another result is \(partedAt.title)."
  }

  private static func lines(_ first: Report, second: Report) -> [Line] {
    var lines: [Line] = []
    func compare(_ what: String, left: String, right: String) {
      if left != right { lines.append(Line(what: what, first: left, second: right)) }
    }
    func compare<Element>(
      _ what: String, left: [Element], right: [Element], key: (Element) -> (String, String)
    ) {
      let a = Dictionary(left.map(key), uniquingKeysWith: { first, _ in first })
      let b = Dictionary(right.map(key), uniquingKeysWith: { first, _ in first })
      for name in Set(a.keys).union(b.keys).sorted() {
        compare("\(what) \(name)", left: a[name] ?? "none", right: b[name] ?? "none")
      }
    }
    compare("request", left: first.request, right: second.request)
    compare("crew", left: String(first.crew.digest.prefix(12)), right: String(second.crew.digest.prefix(12)))
    compare("mode", left: first.mode.rawValue, right: second.mode.rawValue)
    compare("expert", left: first.experts, right: second.experts) { ($0.agent, $0.model) }
    compare("requirement", left: first.brief.requirements, right: second.brief.requirements) {
      ($0.id, "\($0.text): \($0.status.rawValue)")
    }
    compare("debate", left: first.gate.reason, right: second.gate.reason)
    compare("objection", left: first.objections, right: second.objections) {
      ("\($0.by) against \($0.against): \($0.basis.reference)", $0.outcome.rawValue)
    }
    compare("verdict", left: author(first), right: author(second))
    compare(
      "vetoes", left: first.verdict.vetoes.map(\.reason).joined(separator: "; "),
      right: second.verdict.vetoes.map(\.reason).joined(separator: "; "))
    compare("confidence", left: "\(first.verdict.confidence)", right: "\(second.verdict.confidence)")
    compare("price", left: Money.text(first.price.monthly), right: Money.text(second.price.monthly))
    compare("resource", left: first.price.resources, right: second.price.resources) {
      ($0.address, "\($0.type), \($0.monthly.map(Money.text) ?? $0.status.rawValue)")
    }
    compare("finding", left: first.findings, right: second.findings) { ($0.id, $0.severity.rawValue) }
    compare("file", left: first.artifacts, right: second.artifacts) {
      ($0.path, String($0.sha256.prefix(12)))
    }
    return lines
  }

  private static func author(_ report: Report) -> String {
    let chosen = report.drafts.first { $0.label == report.verdict.draft }
    return "draft \(report.verdict.draft) by \(chosen?.author ?? "nobody")"
  }
}
