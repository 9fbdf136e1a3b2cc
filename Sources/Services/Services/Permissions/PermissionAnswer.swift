import Basics
import Permissions

/// The answer to one question about permissions, for people and programs.
package struct PermissionAnswer: Hashable, Sendable, Encodable {
  package let who: String
  package let action: String
  package let resource: String
  package let outcome: AccessDecision.Outcome
  /// What has to hold for it to be allowed; nil where it is decided.
  package let when: String?
  /// The statements or bindings that allow it.
  package let allowedBy: [String]
  /// The statements that deny it, wholly or where their conditions hold.
  package let deniedBy: [String]
  /// Statements that cover only a part of what was asked.
  package let partly: [String]
  /// The layers that stop what requester and resource would allow.
  package let blockedBy: [AccessDecision.Layer]

  init(who: String, action: String, resource: String, decision: AccessDecision) {
    self.who = who
    self.action = action
    self.resource = resource
    outcome = decision.outcome
    let isOpen = [.conditional, .unknown].contains(decision.outcome)
    when = isOpen ? decision.formula.description : nil
    allowedBy = decision.grants
    deniedBy = decision.denials
    partly = decision.partial
    blockedBy = decision.blockedBy
  }

  init(who: String, action: String, resource: String, grants: [String], unread: [String]) {
    self.who = who
    self.action = action
    self.resource = resource
    outcome = grants.isEmpty ? (unread.isEmpty ? .denied : .unknown) : .allowed
    when = grants.isEmpty && !unread.isEmpty ? unread.joined(separator: "; ") : nil
    allowedBy = grants
    deniedBy = []
    partly = []
    blockedBy = []
  }

  /// The answer in a line, and what it rests on in lines below.
  package var text: String {
    var lines = ["\(who) \(Self.words[outcome] ?? "") \(action) on \(resource)"]
    if let when { lines.append("  when \(when)") }
    lines += allowedBy.map { "  allowed by \($0)" }
    lines += deniedBy.map { (isDecided ? "  denied by " : "  denied, where its conditions hold, by ") + $0 }
    lines += partly.map { "  in part: \($0)" }
    if !blockedBy.isEmpty {
      lines.append("  stopped by: \(blockedBy.map(\.rawValue).joined(separator: ", "))")
    }
    if outcome == .denied, allowedBy.isEmpty { lines.append("  no policy that is here allows it") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var isDecided: Bool { ![.conditional, .unknown].contains(outcome) }

  private static let words: [AccessDecision.Outcome: String] = [
    .allowed: "can", .conditional: "can under conditions", .unknown: "can perhaps", .denied: "cannot",
    .forbidden: "is forbidden",
  ]

  /// 0 allowed, 3 not allowed, 5 where conditions or what is not here decide.
  package var exitStatus: ExitStatus {
    switch outcome {
    case .allowed: .done
    case .denied, .forbidden: .refused
    case .conditional, .unknown: .undecided
    }
  }
}
