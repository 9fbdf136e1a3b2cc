import Basics

/// One decision on the way from one end to the other.
package struct Hop: Hashable, Sendable {
  package enum Verdict: String, Hashable, Sendable, Codable {
    case allows, stops
    /// Leaves the decision to what comes after.
    case passes
  }

  /// Where on the way: `egress`, `ingress`, `service`, `network`.
  package var stage: String
  /// What decides: `NetworkPolicy/shop/web ingress[0]`, `no policy`.
  package var rule: String
  package var verdict: Verdict
  /// What the decision is about.
  package var traffic: Traffic
  /// Where the rule is written; nil for what is so without a rule.
  package var range: SourceRange?

  package init(
    stage: String, rule: String, verdict: Verdict, traffic: Traffic, range: SourceRange? = nil
  ) {
    self.stage = stage
    self.rule = rule
    self.verdict = verdict
    self.traffic = traffic
    self.range = range
  }
}

extension Hop: CustomStringConvertible {
  /// `ingress: NetworkPolicy/shop/web ingress[0] (np.yaml:4:1) allows TCP 80`.
  package var description: String {
    "\(stage): \(rule)\(range.map { " (\($0))" } ?? "") \(verdict.rawValue) \(traffic)"
  }
}
