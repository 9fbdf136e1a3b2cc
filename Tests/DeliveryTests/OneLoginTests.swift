import Basics
import Delivery
import Digests
import FoundationEssentials
import Records
import Store
import Testing
import Vocabulary

@testable import Delivery

/// A login is one person, whatever it signs as.
struct OneLoginTests {
  private static let plan = "plan-20260102-030405-abcdef"
  private static let risk = Risk(.destroy, address: "aws_x.a", reason: "is destroyed")

  /// A place whose executor knows its login, with a plan of a risk class that needs no tool to be approved.
  private static func with(
    rules: ApprovalRules = ApprovalRules(), _ body: (inout Place, PlanDocument) async throws -> Void
  ) async throws {
    try await Place.with { place in
      place.login = "tester@build-1"
      var document = try Samples.document(risks: [risk])
      document.rules = rules
      try await place.store().keep(
        PlanRecord(
          id: plan, created: "t", digest: document.digest.hexadecimal,
          document: try JSONValue(encoding: document)),
        audit: AuditEntry(time: "t", actor: "tester", action: .planned, subject: plan, detail: ""))
      try await body(&place, document)
    }
  }

  private static func approve(_ name: String, at place: Place) async throws {
    _ = try await place.executor().approve(plan, word: ApprovalWord(approver: name, typedCount: 1))
  }

  private static func usable(_ place: Place, _ document: PlanDocument) async throws -> [String] {
    let check = ApprovalCheck(
      plan: plan, document: document, trusted: try place.keys.trusted(), now: .now)
    return try check.usable(try await place.store().approvals(plan: plan)).map(\.signer.name)
  }

  @Test func twoNamesUnderOneLoginCountOnce() async throws {
    try await Self.with { place, document in
      try await Self.approve("maria", at: place)
      try await Self.approve("tom", at: place)
      let error = await #expect(throws: DeliveryError.self) { try await Self.usable(place, document) }
      #expect(error?.code == .notApproved)
      #expect(error?.detail.contains("one login is one person") == true)
      #expect(try await place.executor().approversMissing(plan: Self.plan) == 1)
      let worth = try await place.executor().approvals(plan: Self.plan).map(\.worth).sorted()
      #expect(worth.count == 2)
      #expect(worth.last == "good")
      #expect(worth.first?.contains("both are of the login tester@build-1") == true)
    }
  }

  @Test(arguments: ["ines@build-1", "tester@build-2"])
  func anotherLoginIsAnotherPerson(login: String) async throws {
    try await Self.with { place, document in
      try await Self.approve("maria", at: place)
      place.login = login
      try await Self.approve("tom", at: place)
      #expect(try await Self.usable(place, document).sorted() == ["maria", "tom"])
      #expect(try await place.executor().approversMissing(plan: Self.plan) == 0)
    }
  }

  /// Approvals that tell no login, as earlier builds signed them, are told apart by name and key.
  @Test func anApprovalWithoutALoginStandsForItsName() async throws {
    try await Self.with { place, document in
      place.login = nil
      try await Self.approve("maria", at: place)
      try await Self.approve("tom", at: place)
      #expect(try await Self.usable(place, document).count == 2)
    }
  }

  @Test func aMachineOfOneLoginSaysSoAndItIsOnRecord() async throws {
    try await Self.with(rules: ApprovalRules(allowsOneLogin: true)) { place, document in
      try await Self.approve("maria", at: place)
      try await Self.approve("tom", at: place)
      #expect(try await Self.usable(place, document).count == 2)
      let entries = try await place.store().audit().map(\.entry)
      let notes = entries.filter { $0.action == .overridden }.map(\.detail)
      #expect(notes == ["one login approves as more than one person: approvals.one_login"])
    }
  }

  /// The login is under the signature: whoever changes it has no approval.
  @Test func theLoginIsSigned() async throws {
    try await Self.with { place, document in
      try await Self.approve("maria", at: place)
      var approval = try #require(try await place.store().approvals(plan: Self.plan).first)
      let payload = try #require(JSONValue.document(approval.envelope)?["payload"]?.string)
      let text = try #require(Data(base64Encoded: payload).map { String(decoding: $0, as: UTF8.self) })
      let other = Data(text.replacing("build-1", with: "build-2").utf8).base64EncodedString()
      approval.envelope = approval.envelope.replacing(payload, with: other)
      let check = ApprovalCheck(
        plan: Self.plan, document: document, trusted: try place.keys.trusted(), now: .now)
      #expect(throws: DeliveryError.self) { try check.judge(approval) }
    }
  }

  @Test func aPlanOfAnEarlierBuildKeepsItsDigest() throws {
    let rules = try JSONValue(encoding: ApprovalRules())
    #expect(rules["allowsOneLogin"] == nil)
    #expect(try rules.decoded(as: ApprovalRules.self) == ApprovalRules())
    #expect(ApprovalRules(allowsOneLogin: true).isLooser(than: ApprovalRules()))
  }
}
