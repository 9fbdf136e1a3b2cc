import Basics
import Digests

/// What an approver signs: an in-toto statement (v1) whose subjects are the plan's digest and the saved file's.
package struct ApprovalStatement: Sendable, Hashable, Codable {
  package struct Subject: Sendable, Hashable, Codable {
    package var name: String
    package var digest: [String: String]
  }

  package struct Predicate: Sendable, Hashable, Codable {
    package var decision: String
    package var plan: String
    package var requester: String
    package var approver: String
    /// The folder whose workspace is meant.
    package var folder: String
    /// RFC 3339, UTC.
    package var created: String
    package var expires: String
    package var comment: String
    /// 32 hexadecimal digits; a statement is good once.
    package var nonce: String
    /// How many resources change, as the approver typed it; nil where that was not asked for.
    package var typedCount: Int?
    package var risks: [Risk]
    /// The login that it was signed under, with its machine: `root@build-1`; nil in approvals of earlier builds. A key is
    /// whoever's can read it, so that a login is one person whatever it signs as.
    package var login: String?
  }

  package var _type = "https://in-toto.io/Statement/v1"
  package var subject: [Subject]
  package var predicateType = Self.approvalType
  package var predicate: Predicate

  package static let approvalType = "urn:consilium:approval:v1"

  package init(_ document: PlanDocument, predicate: Predicate) {
    subject = Self.subjects(of: document, plan: predicate.plan)
    self.predicate = predicate
  }

  /// What an envelope says, whoever signed it; nil where it says nothing of this kind.
  init?(of envelope: Envelope) {
    do {
      self = try JSONValue(parsing: envelope.payload).decoded(as: Self.self)
    } catch {
      return nil
    }
  }

  /// What an approval of a plan has to name: the plan, and byte for byte the file that will be run.
  static func subjects(of document: PlanDocument, plan: String) -> [Subject] {
    let file = document.infrastructure.map {
      Subject(name: "saved.tfplan", digest: ["sha256": $0.planFileDigest])
    }
    return [Subject(name: plan, digest: ["sha256": document.digest.hexadecimal])] + (file.map { [$0] } ?? [])
  }
}
