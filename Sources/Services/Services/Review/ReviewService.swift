import Basics
import Foundation
import Policies
import Reporting
import ResourceGraph
import Vocabulary

/// Judges what exists by the rules: configuration, plans, states and objects of a cluster.
package struct ReviewService: Sendable {
  private let pack: PolicyPack

  /// - Throws: `DiagnosticsError` for rules that cannot be read.
  package init() throws {
    pack = try PolicyPack.builtIn.get()
  }

  /// - Throws: `Diagnostic` or `DiagnosticsError` for what cannot be read: the path, waivers, or a standard nobody knows.
  package func review(_ path: String, options: ReviewOptions) throws -> ReviewReport {
    let sources = try SourceGraph.parts(path: path, code: Self.code)
    guard !sources.isEmpty else {
      throw Self.fault(
        path, detail: "The folder has no *.tf, *.tofu, *.tf.json, *.yaml or *.yml files.")
    }
    let asked = try rules(of: options.standard)
    let known = try options.base.map { base in
      Set(try SourceGraph.parts(path: base, code: Self.code).flatMap { findings($0, asked: asked) }.map(\.id))
    }
    let found = sources.flatMap { findings($0, asked: asked) }.filter { known?.contains($0.id) != true }
    let review = PolicyReview(
      found, waivers: try waivers(options.waivers, beside: path), day: options.day)
    let patches = options.makesPatches ? RemedyPatches(pack, sources: sources) : nil
    return report(path, review: review, sources: sources, rules: asked.count, patches: patches)
  }

  private func findings(_ source: SourceGraph, asked: Set<String>) -> [Finding] {
    pack.findings(in: source.graph).filter { asked.contains($0.rule) }
  }

  private func rules(of standard: String?) throws(Diagnostic) -> Set<String> {
    guard let standard else { return Set(pack.rules.map(\.id)) }
    let chosen = PolicyStandard(standard)
    let rules = pack.rules.filter(chosen.covers).map(\.id)
    guard !rules.isEmpty else {
      throw Diagnostic(
        code: Self.code, summary: "No rule refers to this standard",
        detail: "'\(standard)' is none of \(PolicyStandard.known(to: pack).joined(separator: ", ")).")
    }
    return Set(rules)
  }

  private func waivers(_ file: String?, beside path: String) throws -> [Waiver] {
    let usual = "\(path)/waivers.yaml"
    guard let file = file ?? (FileManager.default.fileExists(atPath: usual) ? usual : nil) else { return [] }
    return try Waiver.read(
      SourceFile.text(file, code: Self.code), file: file, rules: Set(pack.rules.map(\.id)))
  }

  private func report(
    _ path: String, review: PolicyReview, sources: [SourceGraph], rules: Int, patches: RemedyPatches?
  ) -> ReviewReport {
    var report = ReviewReport(
      path: path, resources: sources.reduce(0) { $0 + $1.graph.resources.count }, rules: rules,
      findings: review.findings.map { shown($0, patch: patches?.patch(for: $0)) })
    report.patch = patches?.patch(for: review.findings)
    report.undecided = review.undecided.map {
      ReviewReport.Undecided(
        rule: $0.rule, severity: $0.severity, summary: $0.summary, addresses: $0.addresses)
    }
    report.waived = review.waived.map {
      ReviewReport.Waived(
        finding: shown($0.finding, patch: nil), reason: $0.waiver.reason, approver: $0.waiver.approver,
        expires: $0.waiver.expires.description)
    }
    report.notes =
      review.expired.map { "waiver past its day \($0.expires): \($0.rule) on \($0.address) (\($0.range))" }
      + review.unused.map { "waiver that covers nothing: \($0.rule) on \($0.address) (\($0.range))" }
    report.unread =
      sources.flatMap(\.unread).map { "\($0.address): \($0.reason)" }
      + sources.flatMap(\.graph.diagnostics).filter {
        $0.code.hasPrefix("hcl.syntax") || $0.code.hasPrefix("manifest")
      }
      .map { "\($0)" }
    return report
  }

  private func shown(_ finding: Finding, patch: String?) -> ReviewReport.Finding {
    let rule = pack[finding.rule]
    return ReviewReport.Finding(
      rule: finding.rule, severity: finding.severity, category: finding.category.rawValue,
      address: finding.address, range: finding.range, summary: finding.summary, evidence: finding.evidence,
      why: rule?.why ?? "", remedy: finding.remedy, references: rule?.references ?? [], patch: patch)
  }

  private static let code = "review.unreadable"

  private static func fault(_ path: String, detail: String) -> Diagnostic {
    Diagnostic(code: code, summary: "Cannot be read", detail: detail, range: SourceRange(file: path))
  }
}
