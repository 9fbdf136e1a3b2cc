import Basics
import Experts
import Vocabulary

/// What objections of one review can be against and rest on.
struct ObjectionBases: Sendable {
  private let candidates: [Candidate]
  private let requirements: [String]
  private let constraints: [String]

  init(_ assignment: ReviewAssignment) {
    candidates = assignment.candidates
    requirements = assignment.brief.requirements.map(\.id)
    constraints = assignment.brief.constraints.map(\.id)
  }

  var labels: [String] { candidates.map(\.draft.label) }

  /// Findings first, the gravest ones before others.
  var references: [String] {
    let findings = candidates.flatMap(\.evidence.findings).filter { $0.outcome == .fail }
      .sorted { ($0.severity, $1.id) > ($1.severity, $0.id) }.map(\.id)
    let stages = candidates.flatMap(\.evidence.validation).filter { $0.status == .failed }.map(\.stage)
    return findings + requirements + constraints + labels + stages
  }

  /// What an objection names that is not there, with what there is; nil where all of it is.
  func fault(in entry: JSONValue) -> String? {
    let against = entry["against"]?.string ?? ""
    guard let candidate = candidates.first(where: { $0.draft.label == against }) else {
      return "There is no draft '\(against)'; there are \(labels.joined(separator: ", "))."
    }
    let reference = entry["reference"]?.string ?? ""
    let known: [String]
    switch entry["kind"]?.string.flatMap(Objection.Basis.Kind.init) {
    case .finding: known = candidate.evidence.findings.map(\.id)
    case .requirement: known = requirements
    case .price: known = constraints + labels
    case .validation: known = candidate.evidence.validation.map(\.stage)
    case .document, nil: return nil
    }
    guard !known.contains(reference) else { return nil }
    let some = known.prefix(20).joined(separator: ", ")
    return
      "'\(reference)' is nothing that the evidence of draft \(against) has\(some.isEmpty ? "." : "; it has \(some).")"
  }

  /// The objection, as grave as the finding that it rests on and no graver.
  func objection(_ entry: JSONValue, by agent: String) -> Objection {
    let against = entry["against"]?.string ?? ""
    let reference = entry["reference"]?.string ?? ""
    var objection = Objection(
      id: "", by: agent, against: against, claim: entry["claim"]?.string ?? "",
      basis: Objection.Basis(
        kind: entry["kind"]?.string.flatMap(Objection.Basis.Kind.init) ?? .document, reference: reference,
        detail: entry["detail"]?.string ?? ""),
      severity: entry["severity"]?.string ?? Severity.medium.rawValue, veto: entry["veto"]?.bool ?? false)
    let evidence = candidates.first { $0.draft.label == against }?.evidence
    if objection.basis.kind == .finding,
      let finding = evidence?.findings.first(where: { $0.id == reference })
    {
      objection.severity = finding.severity.rawValue
      // What the rule calls small is no reason to forbid a draft.
      objection.veto = objection.veto && finding.severity >= .high
    }
    return objection
  }
}
