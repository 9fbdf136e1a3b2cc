import Records
import Basics
import Delivery
import Digests
import FoundationEssentials
import Store
import Testing
import Vocabulary

@testable import Delivery

/// Equal plans give equal digests on another day and another machine, and any real difference changes it.
struct DigestTests {
  private struct Mutation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout PlanDocument) -> Void

    init(_ name: String, _ change: @escaping @Sendable (inout PlanDocument) -> Void) {
      testDescription = name
      self.change = change
    }
  }

  private static let real: [Mutation] = [
    Mutation("purpose") { $0.purpose = .destroy },
    Mutation("a file edited") { $0.artifacts["infrastructure/main.tf"] = "a2" },
    Mutation("a file added") { $0.artifacts["infrastructure/b.tf"] = "a1" },
    Mutation("a file renamed") { $0.artifacts = ["infrastructure/c.tf": "a1"] },
    Mutation("resource or output changes") { $0.infrastructure?.changesDigest = "e2" },
    Mutation("lock file") { $0.infrastructure?.lockFileDigest = "" },
    Mutation("tool binary") { $0.infrastructure?.toolDigest = "c2" },
    Mutation("tool version") { $0.infrastructure?.tool = "tofu 1.10.0" },
    Mutation("lineage") { $0.infrastructure?.lineage = "m" },
    Mutation("no lineage") { $0.infrastructure?.lineage = nil },
    Mutation("serial") { $0.infrastructure?.serial = 5 },
    Mutation("no serial") { $0.infrastructure?.serial = nil },
    Mutation("backend") { $0.infrastructure?.backend.type = "s3" },
    Mutation("backend settings") { $0.infrastructure?.backend.settingsDigest = "x" },
    Mutation("tool's workspace") { $0.infrastructure?.backend.workspace = "staging" },
    Mutation("no infrastructure") { $0.infrastructure = nil },
    Mutation("manifests besides") { $0.cluster = Samples.cluster() },
    Mutation("policy pack") { $0.appraisal.policyDigest = "p2" },
    Mutation("a finding") { $0.appraisal.findings = [] },
    Mutation("price before") { $0.appraisal.before = 1.01 },
    Mutation("price after") { $0.appraisal.after = 2.01 },
    Mutation("something unpriced") { $0.appraisal.unpriced = ["aws_x.a"] },
    Mutation("an address") { $0.changes[0].address = "aws_x.b" },
    Mutation("an action") { $0.changes[0].action = .replace },
    Mutation("a differing argument") { $0.changes[0].differing = ["size", "tags"] },
    Mutation("what forces it") { $0.changes[0].forcedBy = ["ami"] },
    Mutation("an unknown") { $0.changes[0].unknown = ["arn"] },
    Mutation("a change left out") { $0.changes = [] }, Mutation("drift") { $0.drift = $0.changes },
    Mutation("self-approval") { $0.rules.allowsSelf = true },
    Mutation("approvers") { $0.rules.approversAtRisk = 1 },
    Mutation("threshold") { $0.rules.priceThreshold = 1 },
    Mutation("a risk") { $0.risks = [Risk(.destroy, address: "a", reason: "r")] },
    Mutation("the way back") { $0.undo.changes = [] },
    Mutation("what is pending") { $0.undo.pending = $0.changes },
    Mutation("a loss") { $0.undo.losses = [] },
  ]

  private static let ofCluster: [Mutation] = [
    Mutation("kubectl") { $0.cluster?.toolDigest = "k2" },
    Mutation("server") { $0.cluster?.server = "https://d" },
    Mutation("ownership") { $0.cluster?.takesOwnership = true },
    Mutation("objects") { $0.cluster?.changesDigest = "m2" },
    Mutation("resource version") { $0.cluster?.objects[0].resourceVersion = "8" },
    Mutation("uid") { $0.cluster?.objects[0].uid = "v" }, Mutation("no object") { $0.cluster?.objects = [] },
    Mutation("a deletion") { $0.cluster?.deletions = Samples.cluster().objects },
    Mutation("diff") { $0.cluster?.diff = "" },
  ]

  /// Places, moments and persons: bound by the signed statement, not by the digest.
  private static let unreal: [Mutation] = [
    Mutation("folder") { $0.folder = "/home/b" }, Mutation("source") { $0.source = "/home/b" },
    Mutation("workspace folder") { $0.workspace = "/srv/w" },
    Mutation("plan file") { $0.infrastructure?.planFile = "/q" },
    Mutation("plan file's bytes") { $0.infrastructure?.planFileDigest = "b2" },
    Mutation("who asked") { $0.requester = "b" },
    Mutation("apply undone") { $0.undoes = "apply-1" },
    Mutation("apply restored") { $0.undo.restores = "apply-1" },
  ]

  @Test(arguments: real) private func aRealDifferenceChangesIt(mutation: Mutation) throws {
    let before = try Samples.document()
    var after = before
    mutation.change(&after)
    #expect(before.digest != after.digest)
  }

  @Test(arguments: ofCluster) private func aRealDifferenceInTheClusterChangesIt(mutation: Mutation) throws {
    var before = try Samples.document()
    before.cluster = Samples.cluster()
    var after = before
    mutation.change(&after)
    #expect(before.digest != after.digest)
  }

  @Test(arguments: unreal) private func placesMomentsAndPersonsDoNot(mutation: Mutation) throws {
    let before = try Samples.document()
    var after = before
    mutation.change(&after)
    #expect(before.digest == after.digest)
  }

  /// Any set of real mutations gives a digest of its own, in whatever order they are made.
  @Test func everyCombinationIsItsOwn() throws {
    // Those that overwrite what another one changes say nothing about a set.
    let overwriting: Set<String> = [
      "no lineage", "no serial", "no infrastructure", "a file renamed", "a change left out", "drift",
      "what is pending", "an action",
    ]
    let pool = Self.real.filter { !overwriting.contains($0.testDescription) }
    var random = SplitMix(seed: 20_261_123)
    var seen: [Digest: Set<String>] = [:]
    for _ in 0..<2000 {
      let chosen = pool.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random))
      var document = try Samples.document()
      for mutation in chosen { mutation.change(&document) }
      let names = Set(chosen.map(\.testDescription))
      #expect(seen[document.digest, default: names] == names)
      seen[document.digest] = names
    }
    #expect(seen.count > 1000)
  }

  @Test func aDocumentKeptAndReadAgainHasTheSameDigest() throws {
    var document = try Samples.document()
    document.cluster = Samples.cluster()
    let again = try JSONValue(parsing: JSONValue(encoding: document).pretty).decoded(as: PlanDocument.self)
    #expect(again == document && again.digest == document.digest)
  }

  /// A plan of the real tool: the same files elsewhere and later give the same digest though the saved files differ.
  @Test(.needsTool)
  func theRealToolsPlansAreEqualElsewhere() async throws {
    var digests: Set<String> = []
    var bytes: Set<String> = []
    // The saved file differs by the second it was made in: two of one second are one.
    for turn in 0..<10 where turn < 2 || bytes.count < 2 {
      try await Place.with { place in
        let tool = try #require(Place.realTool)
        let planned = try await place.executor(tool: tool).plan(place.folder) { _ in }
        digests.insert(planned.record.digest)
        bytes.insert(try #require(planned.document.infrastructure).planFileDigest)
      }
    }
    #expect(digests.count == 1 && bytes.count == 2)
  }

  @Test(
    .needsTool,
    arguments: [
      ("one", "two"), ("\"a\"", "\"b\""), ("input = ", "triggers_replace = "),
      ("output \"value\"", "output \"other\""),
      ("value = terraform_data.a.output", "value = 1"), ("}\n", "}\n\n"),
    ])
  func anyEditGivesAnotherPlan(old: String, new: String) async throws {
    try await Place.with { place in
      let before = try await place.executor().plan(place.folder) { _ in }
      try place.write(
        Place.configuration.replacing(old, with: new).replacing(
          "terraform_data.a.", with: old == "\"a\"" ? "terraform_data.b." : "terraform_data.a."))
      let after = try await place.executor().plan(place.folder) { _ in }
      #expect(before.record.digest != after.record.digest)
    }
  }
}
