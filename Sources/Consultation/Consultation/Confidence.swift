import Basics
import Vocabulary

/// How sure the verdict is, from evidence and agreement; a number to be calibrated, not a probability yet.
struct Confidence {
  /// 0 to 0.95: nothing that was not applied is certain.
  let value: Double

  /// - Parameter share: of the judges who prefer the chosen draft, 0 to 1.
  init(evidence: Evidence, share: Double, brief: Brief) {
    let total = Double(max(1, evidence.coverage.count))
    let met = Double(evidence.coverage.count { $0.status == .met })
    let unknown = Double(evidence.coverage.count { $0.status == .unknown })
    let coverage = (met + unknown / 2) / total
    let stages = Double(max(1, evidence.validation.count))
    let checked = Double(evidence.validation.count { $0.status == .passed }) / stages
    let open = evidence.findings.reduce(0.0) { $0 + ($1.outcome == .fail ? Self.weight($1.severity) : 0) }
    let safety = 1 / (1 + open)
    let mean = coverage * 0.35 + checked * 0.25 + safety * 0.2 + share * 0.1 + evidence.price.coverage * 0.1
    let broken = evidence.isValid ? 1.0 : 0.2
    value = (min(0.95, mean * broken) * 100).rounded() / 100
  }

  private static func weight(_ severity: Severity) -> Double {
    switch severity {
    case .critical: 1
    case .high: 0.5
    case .medium: 0.1
    case .low: 0.02
    case .info: 0
    }
  }
}
