import Testing
import Vocabulary

struct PriceEstimateTests {
  private static func resource(_ status: PriceEstimate.Status, _ monthly: Double? = nil)
    -> PriceEstimate.Resource
  {
    PriceEstimate.Resource(address: "\(status)", type: "t", status: status, monthly: monthly)
  }

  @Test func whatHasNoPriceLowersTheCoverageAndIsNamed() {
    let estimate = PriceEstimate(
      priceBookDate: "2026-01-01",
      resources: [
        Self.resource(.priced, 10.004), Self.resource(.usage), Self.resource(.free), Self.resource(.unpriced),
      ])
    #expect(estimate.monthly == 10)
    #expect(estimate.coverage == 0.667)
    #expect(estimate.unpriced == ["unpriced"])
  }

  @Test func nothingThatCostsIsWhollyCovered() {
    #expect(PriceEstimate(priceBookDate: "2026-01-01", resources: [Self.resource(.free)]).coverage == 1)
  }

  @Test func theEarlierOfTwoEqualCandidatesIsPreferred() {
    func score(_ draft: String, _ total: Double) -> Ballot.Score {
      Ballot.Score(
        draft: draft, requirements: 0, security: 0, reliability: 0, cost: 0, total: total, reason: "")
    }
    #expect(
      Ballot(judge: "j", order: [], scores: [score("B", 5), score("A", 5), score("C", 4)]).preferred == "A")
    #expect(Ballot(judge: "j", order: [], scores: []).preferred == nil)
  }
}
