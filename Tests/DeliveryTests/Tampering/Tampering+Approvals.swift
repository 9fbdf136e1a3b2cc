import Records
import Basics
import Delivery
import Digests
import FoundationEssentials
import Store
import Testing

/// What is wrong with an approval, its signature or its key.
extension Tampering {
  static let approvals: [Tampering] = [
    Tampering("approval: none", .notApproved) { try await $0.sql("DELETE FROM approval") },
    Tampering("approval: expired", .expired, minutes: 61),
    Tampering("approval: from the future", .forged, minutes: -60),
    Tampering("approval: expired, its row says otherwise", .expired, minutes: 61) {
      try await $0.sql("UPDATE approval SET expires = '2099-01-01T00:00:00Z'")
    },
    Tampering("approval: revoked", .revoked) { place in
      let approval = try #require(try await place.place.store().approvals(plan: place.plan).first)
      _ = try await place.place.executor().revoke(approval.id)
    },
    Tampering("approval: used", .used) { try await $0.sql("UPDATE approval SET used = 't'") },
    Tampering("approval: used, its row put back", .used) { place in
      let approval = try #require(try await place.place.store().approvals(plan: place.plan).first)
      _ = try await place.place.executor().apply(place.plan) { _ in }
      try FileManager.default.removeItem(atPath: place.place.starts)
      try await place.sql("UPDATE approval SET used = NULL WHERE id = ?", [approval.id])
    },
    Tampering("approval: replayed with its nonce spent", .used) { place in
      let approval = try #require(try await place.place.store().approvals(plan: place.plan).first)
      let envelope = try #require(Envelope(try JSONValue(parsing: approval.envelope)))
      let nonce = try JSONValue(parsing: envelope.payload)["predicate"]?["nonce"]?.string
      try await place.sql(
        "INSERT INTO spent (nonce, approval, apply) VALUES (?,?,'apply-x')", [nonce, approval.id])
    },
    Tampering("approval: another plan's, moved", .changed) {
      try await $0.sql("DELETE FROM approval WHERE plan = ?", [$0.plan])
      try await $0.sql("UPDATE approval SET plan = ?", [$0.plan])
    },
    Tampering("approval: two swapped between plans", .changed) {
      try await $0.sql(
        "UPDATE approval SET plan = CASE plan WHEN ?1 THEN ?2 ELSE ?1 END", [$0.plan, $0.risky])
    },
    Tampering("approval: one of two missing", .notApproved, target: .risky) {
      try await $0.sql("DELETE FROM approval WHERE approver = 'tom'")
    },
    Tampering("approval: one person twice", .notApproved, target: .risky) {
      try await $0.sql(
        "UPDATE approval SET envelope = (SELECT envelope FROM approval WHERE approver = 'maria' AND plan = ?1) WHERE plan = ?1",
        [$0.risky])
    },
    Tampering("approval: an unsigned row", .forged) { try await $0.sql("UPDATE approval SET envelope = ''") },
    Tampering("approval: an apply of the plan has no known end", .unknownApply) { place in
      let approval = try #require(try await place.place.store().approvals(plan: place.plan).first)
      try await place.sql(
        "INSERT INTO apply (id, plan, approval, started, status, detail) VALUES ('apply-x',?,?,'t','unknown','')",
        [place.plan, approval.id])
    },
  ]

  private static func forged(
    _ name: String, _ code: DeliveryErrorCode = .forged,
    _ change: @escaping @Sendable (inout ApprovalStatement) -> Void
  ) -> Tampering {
    Tampering("statement signed by maria: \(name)", code) { try await $0.forge(try $0.maria(), change) }
  }

  static let forgeries: [Tampering] = [
    Tampering("signature: a bit flipped", .untrustedKey) {
      try await $0.rewriteEnvelope { $0.signatures[0][5] ^= 1 }
    },
    Tampering("signature: all zero", .untrustedKey) {
      try await $0.rewriteEnvelope { $0.signatures = [[UInt8](repeating: 0, count: 64)] }
    },
    Tampering("signature: left out", .forged) { try await $0.rewriteEnvelope { $0.signatures = [] } },
    Tampering("signature: another approval's", .untrustedKey) { place in
      let other = try #require(try await place.place.store().approvals(plan: place.risky).first)
      let envelope = try #require(Envelope(try JSONValue(parsing: other.envelope)))
      try await place.rewriteEnvelope { $0.signatures = envelope.signatures }
    },
    Tampering("signature: over a longer life", .untrustedKey, minutes: 61) { place in
      try await place.rewriteEnvelope { envelope in
        var statement = try JSONValue(parsing: envelope.payload).decoded(as: ApprovalStatement.self)
        statement.predicate.expires = "2099-01-01T00:00:00Z"
        envelope.payload = Array(try JSONValue(encoding: statement).canonical.utf8)
      }
    },
    Tampering("signature: over another nonce", .untrustedKey) { place in
      try await place.rewriteEnvelope { envelope in
        var statement = try JSONValue(parsing: envelope.payload).decoded(as: ApprovalStatement.self)
        statement.predicate.nonce = String(repeating: "0", count: 32)
        envelope.payload = Array(try JSONValue(encoding: statement).canonical.utf8)
      }
    },
    Tampering("payload: one space more", .untrustedKey) {
      try await $0.rewriteEnvelope { $0.payload.append(0x20) }
    },
    Tampering("payload: another type", .forged) {
      try await $0.forge(try $0.maria(), type: "application/json") { _ in }
    },
    Tampering("key: unknown, under maria's name", .untrustedKey) {
      try await $0.forge(SigningKey()) { _ in }
    },
    Tampering("key: tom's, under maria's name", .forged) { try await $0.forge(try $0.tom()) { _ in } },
    Tampering("key: no longer trusted", .untrustedKey) { _ = try $0.place.keys.distrust("maria") },
    Tampering("key: the list cannot be read", .badKey) {
      try $0.edit($0.place.keys.trustedFile) { $0 += Array("ed25519 nonsense\n".utf8) }
    },
    Tampering("key: the list emptied", .untrustedKey) { try $0.edit($0.place.keys.trustedFile) { $0 = [] } },
    forged("another plan's digest", .changed) {
      $0.subject[0].digest["sha256"] = String(repeating: "0", count: 64)
    },
    forged("another plan file", .changed) {
      $0.subject[1].digest["sha256"] = String(repeating: "0", count: 64)
    },
    forged("no plan file", .changed) { $0.subject.removeLast() },
    forged("another plan's name", .changed) { $0.predicate.plan = "plan-x" },
    forged("another folder", .changed) { $0.predicate.folder = "/elsewhere" },
    forged("a refusal") { $0.predicate.decision = "reject" },
    forged("another kind of statement") { $0.predicateType = "https://slsa.dev/provenance/v1" },
    forged("no statement of in-toto") { $0._type = "x" },
    forged("no nonce") { $0.predicate.nonce = "" },
    forged("times that make no sense") { $0.predicate.expires = "soon" },
    forged("ends before it begins") { $0.predicate.expires = "2020-01-01T00:00:00Z" },
    forged("by the one who asked", .selfApproval) { $0.predicate.approver = "tester" },
    forged("in tom's name") { $0.predicate.approver = "tom" },
    Tampering("statement signed by maria: no count on a risky plan", .forged, target: .risky) { place in
      let approval = try #require(
        try await place.place.store().approvals(plan: place.risky).first { $0.approver == "maria" })
      let envelope = try #require(Envelope(try JSONValue(parsing: approval.envelope)))
      var statement = try JSONValue(parsing: envelope.payload).decoded(as: ApprovalStatement.self)
      statement.predicate.typedCount = 7
      let text = try Envelope(
        Array(try JSONValue(encoding: statement).canonical.utf8), key: try place.maria()
      ).json
      try await place.sql("UPDATE approval SET envelope = ? WHERE id = ?", [text.canonical, approval.id])
    },
  ]
}
