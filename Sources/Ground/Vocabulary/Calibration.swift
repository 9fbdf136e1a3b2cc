import Basics

/// What became of earlier claims, by how sure they were, and what a claim is worth from that.
package struct Calibration: Hashable, Sendable, Codable {
  /// Claims of about the same confidence.
  package struct Bin: Hashable, Sendable, Codable {
    package var count: Int
    package var right: Int
  }

  /// Ten bins from 0 to 1.
  package var bins: [Bin]
  /// Claims whose outcome is known.
  package var count: Int
  /// The mean squared distance of the claims from what happened (Brier, 1950), 0 to 1; 0.25 is a coin.
  package var brier: Double

  /// Fewer known outcomes than this say too little.
  package static let needed = 20
  /// A claim counts as much as this many outcomes in its bin.
  private static let prior = 5.0
  private static let binCount = 10

  package static let none = Calibration([])

  package init(_ claims: [(confidence: Double, isRight: Bool)]) {
    bins = Array(repeating: Bin(count: 0, right: 0), count: Self.binCount)
    var sum = 0.0
    for claim in claims {
      let index = Self.bin(claim.confidence)
      bins[index].count += 1
      bins[index].right += claim.isRight ? 1 : 0
      let distance = claim.confidence - (claim.isRight ? 1 : 0)
      sum += distance * distance
    }
    count = claims.count
    brier = claims.isEmpty ? 0 : (sum / Double(claims.count) * 10_000).rounded() / 10_000
  }

  private static func bin(_ confidence: Double) -> Int {
    min(binCount - 1, max(0, Int(saturating: confidence * Double(binCount))))
  }

  /// The claim moved towards what claims like it came to; as it is while too little is known.
  package func published(_ claim: Double) -> Double {
    guard count >= Self.needed else { return claim }
    let bin = bins[Self.bin(claim)]
    let value = (Double(bin.right) + Self.prior * claim) / (Double(bin.count) + Self.prior)
    return (value * 100).rounded() / 100
  }

  /// How the published number came about, for the report.
  package var words: String {
    guard count >= Self.needed else {
      return count == 0 ? "uncalibrated" : "uncalibrated: \(count) of \(Self.needed) outcomes known"
    }
    return "calibrated on \(count) outcomes, Brier score \(brier)"
  }
}
