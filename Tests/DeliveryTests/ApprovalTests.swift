import Records
import Basics
import Delivery
import Digests
import FoundationEssentials
import Store
import Testing
import Vocabulary

/// Signatures, keys and who may approve what.
struct ApprovalTests {
  @Test func theEncodingIsThatOfTheProtocol() {
    let encoded = Envelope.encoding(type: "http://example.com/HelloWorld", payload: Array("hello world".utf8))
    #expect(encoded == Array("DSSEv1 29 http://example.com/HelloWorld 11 hello world".utf8))
  }

  /// RFC 8032, 7.1, test 2.
  @Test func theSignatureIsThatOfTheStandard() throws {
    func bytes(_ text: String) -> [UInt8] {
      stride(from: 0, to: text.count, by: 2).compactMap { UInt8(text.dropFirst($0).prefix(2), radix: 16) }
    }
    let key = try #require(
      SigningKey(bytes: bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")))
    #expect(
      key.verifyingKey.bytes == bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"))
    let signature = bytes(
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    #expect(key.verifyingKey.isValid(signature, for: [0x72]))
    #expect(!key.verifyingKey.isValid(signature, for: [0x73]))
    #expect(key.verifyingKey.isValid(try key.signature(for: [0x72]), for: [0x72]))
  }

  @Test func bothAlphabetsOfBase64AreRead() throws {
    let key = SigningKey()
    let envelope = try Envelope(Array("??>>~~".utf8), key: key)
    func variant(_ text: String) -> String {
      text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
    let standard = envelope.json
    let signature = try #require(standard["signatures"]?[0]?["sig"]?.string)
    let urlSafe: JSONValue = [
      "payloadType": .string(Envelope.statementType),
      "payload": .string(variant(standard["payload"]?.string ?? "")),
      "signatures": [["sig": .string(variant(signature))]],
    ]
    #expect(Envelope(urlSafe) == envelope)
    let trusted = [TrustedKey(name: "m", key: key.verifyingKey)]
    #expect(try #require(Envelope(urlSafe)).signers(among: trusted).map(\.name) == ["m"])
  }

  @Test func aKeyOthersCanReadIsNotUsed() async throws {
    try await Place.with { place in
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o644], ofItemAtPath: "\(place.keys.folder)/maria.key")
      await Place.refused(.badKey) { _ = try place.keys.signingKey(of: "maria") }
    }
  }

  @Test(arguments: ["", "a b", "../x", ".hidden", "ä", "a/b", String(repeating: "a", count: 65)])
  func aNameForAKeyIsAFileName(name: String) async throws {
    try await Place.with { place in
      await Place.refused(.badKey) { _ = try place.keys.makeKey(for: name) }
    }
  }

  @Test(.needsTool)
  func theFirstKeyIsTrustedAndALaterOneByAPerson() async throws {
    try await Place.with { place in
      _ = try place.keys.distrust("maria")
      _ = try place.keys.distrust("tom")
      let executor = try place.executor()
      let id = try await executor.plan(place.folder) { _ in }.record.id
      _ = try await executor.approve(id, word: ApprovalWord(approver: "ines"))
      #expect(try executor.trustedKeys().map(\.name) == ["ines"])
      await Place.refused(.untrustedKey) {
        _ = try await executor.approve(id, word: ApprovalWord(approver: "olaf"))
      }
      try await executor.trust(try executor.ownKey(of: "olaf"))
      _ = try await executor.approve(id, word: ApprovalWord(approver: "olaf"))
    }
  }

  @Test(.needsTool)
  func oneWhoAskedApprovesOnlyWhereTheCrewAllowsIt() async throws {
    try await Place.with { place in
      try place.trust("tester")
      let strict = try await place.executor().plan(place.folder) { _ in }
      await Place.refused(.selfApproval) {
        _ = try await place.executor().approve(strict.record.id, word: ApprovalWord(approver: "tester"))
      }
      place.rules.allowsSelf = true
      // The rules are the plan's: what was planned under strict ones stays so.
      await Place.refused(.selfApproval) {
        _ = try await place.executor().approve(strict.record.id, word: ApprovalWord(approver: "tester"))
      }
      let loose = try await place.executor().plan(place.folder) { _ in }
      _ = try await place.executor().approve(loose.record.id, word: ApprovalWord(approver: "tester"))
      #expect(try await place.executor().apply(loose.record.id) { _ in }.apply.status == .done)
      #expect(try await place.store().audit().contains { $0.entry.action == .overridden })
    }
  }

  @Test(.needsTool)
  func aRiskyPlanNeedsTwoPeopleAndTheCount() async throws {
    try await Place.with { place in
      place.price = 900
      let executor = try place.executor()
      let planned = try await executor.plan(place.folder) { _ in }
      let id = planned.record.id
      #expect(planned.document.risks.map(\.kind) == [.price])
      for count in [nil, 2] {
        await Place.refused(.countNeeded) {
          _ = try await executor.approve(id, word: ApprovalWord(approver: "maria", typedCount: count))
        }
      }
      _ = try await executor.approve(id, word: ApprovalWord(approver: "maria", typedCount: 1))
      _ = try await executor.approve(id, word: ApprovalWord(approver: "maria", typedCount: 1))
      await Place.refused(.notApproved) { _ = try await executor.apply(id) { _ in } }
      _ = try await executor.approve(id, word: ApprovalWord(approver: "tom", typedCount: 1))
      #expect(try await executor.apply(id) { _ in }.apply.status == .done)
      let worth = try await executor.approvals(plan: id).map(\.worth)
      #expect(worth.filter { $0 == "The approval was used already" }.count == 2)
    }
  }

  @Test(.needsTool)
  func aRevokedApprovalIsWorthNothing() async throws {
    try await Place.with { place in
      let executor = try place.executor()
      let id = try await executor.plan(place.folder) { _ in }.record.id
      let approval = try await executor.approve(id, word: ApprovalWord(approver: "maria")).approval
      #expect(try await executor.approvals(plan: nil).map(\.worth) == ["good"])
      _ = try await executor.revoke(approval.id)
      await Place.refused(.revoked) { _ = try await executor.apply(id) { _ in } }
      await #expect(throws: (any Error).self) { _ = try await executor.revoke(approval.id) }
    }
  }
}
