import Records
import Store
import Vocabulary

extension ClaimScore {
  /// Of everything that is known, by agent and model in the order of their names.
  package static func all(_ store: Store) async throws(StoreError) -> [ClaimScore] {
    let claims = try await store.settledClaims()
    let groups = Dictionary(grouping: claims) { "\($0.claim.agent)\n\($0.claim.model)" }
    return groups.sorted { $0.key < $1.key }.map { _, claims in
      let count = Double(claims.count)
      return ClaimScore(
        agent: claims[0].claim.agent, model: claims[0].claim.model, count: claims.count,
        claimed: rounded(claims.map(\.claim.confidence).reduce(0, +) / count),
        right: rounded(Double(claims.count(where: \.isRight)) / count),
        brier: Calibration(claims.map { ($0.claim.confidence, $0.isRight) }).brier)
    }
  }

  private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
