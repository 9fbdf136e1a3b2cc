import Records
import Advice
import Reporting
import Store
import Testing
import Vocabulary

/// The life of advice over the nights.
struct LedgerTests {
  private func advice(_ fingerprints: [String], costs: [String: Double] = ["a": 100], unjudged: Int = 0)
    -> EstateAdvice
  {
    let recommendations = fingerprints.map { fingerprint in
      Recommendation(
        fingerprint: fingerprint, rule: "r", number: 1, title: "t", action: .upgrade, estate: "e",
        addresses: ["a"],
        type: "aws_x", place: AdvicePlace(file: "main.tf"), evidence: [], formula: "",
        saving: AdviceSaving(monthly: 20, basis: .priced, before: 100), confidence: .high, effort: .low,
        risk: .low,
        isReversible: true, steps: [])
    }
    return EstateAdvice(
      estate: "e", recommendations: recommendations,
      judgements: [
        RuleJudgement(
          rule: "r", number: 1, title: "t", resources: 1, advised: fingerprints.count, unjudged: unjudged,
          needs: unjudged > 0 ? ["metrics"] : [])
      ], monthly: 100, coverage: 1, resources: 1, priceBookDate: "2026-07-20", costs: costs,
      addresses: Set(costs.keys),
      undecided: unjudged > 0 ? ["r": ["a"]] : ["r": ["another"]])
  }

  private func night(_ day: String, _ known: [AdviceRecord], _ advice: EstateAdvice) throws -> NightLedger {
    var ledger = NightLedger(day: try #require(CalendarDay(day)), known: known, since: nil)
    ledger.take(advice)
    return ledger
  }

  /// What a store has after a night: what was written over what was there.
  private func kept(_ known: [AdviceRecord], _ ledger: NightLedger) -> [AdviceRecord] {
    var all = Dictionary(known.map { ($0.fingerprint, $0) }) { $1 }
    for record in ledger.records { all[record.fingerprint] = record }
    return all.values.sorted { $0.fingerprint < $1.fingerprint }
  }

  @Test func goesFromNewToRealised() throws {
    let first = try night("2026-11-01", [], advice(["f"]))
    #expect(first.changes.new == ["f"] && first.changes.open.isEmpty)
    var store = kept([], first)
    let second = try night("2026-11-02", store, advice(["f"]))
    #expect(second.changes.open == ["f"] && second.changes.new.isEmpty)
    store = kept(store, second)
    let third = try night("2026-11-03", store, advice([], costs: ["a": 82]))
    let applied = try #require(third.changes.applied.first)
    #expect(applied.predicted == 20 && applied.realised == 18 && applied.since == "2026-11-01")
    store = kept(store, third)
    let fourth = try night("2026-11-04", store, advice([], costs: ["a": 81]))
    #expect(fourth.changes.applied.isEmpty && fourth.changes.realised.first?.realised == 19)
    store = kept(store, fourth)
    let fifth = try night("2026-11-05", store, advice([], costs: ["a": 81]))
    #expect(fifth.changes.realised.isEmpty && fifth.records.isEmpty)
  }

  /// A second run on the same day says what the first one said, whatever the night was about.
  @Test(arguments: [["f"], []]) func saysTheSameTwice(_ given: [String]) throws {
    let store = kept([], try night("2026-11-01", [], advice(["f"])))
    let today = advice(given, costs: ["a": given.isEmpty ? 80 : 100])
    let once = try night("2026-11-02", store, today)
    let twice = try night("2026-11-02", kept(store, once), today)
    #expect(once.changes == twice.changes)
    let newOnce = try night("2026-11-01", [], advice(["f"]))
    let newTwice = try night("2026-11-01", kept([], newOnce), advice(["f"]))
    #expect(newOnce.changes == newTwice.changes)
  }

  /// Two pieces of advice on one resource that were taken together saved what they saved once.
  @Test func countsOneFallOnce() throws {
    let store = kept([], try night("2026-11-01", [], advice(["f", "g"])))
    let applied = try night("2026-11-02", store, advice([], costs: ["a": 64]))
    #expect(applied.changes.applied.map(\.realised) == [18, 18])
    let again = try night("2026-11-02", kept(store, applied), advice([], costs: ["a": 64]))
    #expect(again.changes == applied.changes)
    let later = try night("2026-11-03", kept(store, applied), advice([], costs: ["a": 60]))
    #expect(later.changes.realised.map(\.realised) == [20, 20])
  }

  @Test func keepsOpenWhatCouldNotBeJudged() throws {
    let store = kept([], try night("2026-11-01", [], advice(["f"])))
    let blind = try night("2026-11-02", store, advice([], unjudged: 1))
    #expect(blind.changes.unseen.map(\.fingerprint) == ["f"] && blind.records.isEmpty)
    let gone = try night("2026-11-02", store, advice([]))
    #expect(gone.changes.withdrawn.map(\.fingerprint) == ["f"] && gone.changes.applied.isEmpty)
  }

  @Test func isNewAgainWhenItComesBack() throws {
    var store = kept([], try night("2026-11-01", [], advice(["f"])))
    store = kept(store, try night("2026-11-02", store, advice([], costs: ["a": 80])))
    let back = try night("2026-11-05", store, advice(["f"]))
    #expect(back.changes.new == ["f"])
  }

  @Test func isSilentUntilADismissalEnds() throws {
    var record = try #require(try night("2026-11-01", [], advice(["f"])).records.first)
    record.status = .dismissed
    record.reason = "audit"
    record.until = "2026-11-10"
    let ledger = try night("2026-11-10", [record], advice([]))
    #expect(ledger.dismissed == ["f"] && ledger.changes.dismissed.first?.reason == "audit")
    let later = NightLedger(day: try #require(CalendarDay("2026-11-11")), known: [record], since: nil)
    #expect(later.dismissed.isEmpty)
  }
}
