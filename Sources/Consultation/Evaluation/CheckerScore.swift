/// How well the checklist tells what satisfies a request, over answers of which the real tool made a plan.
package struct CheckerScore: Sendable, Codable {
  package var truePositives = 0
  package var falsePositives = 0
  package var falseNegatives = 0
  package var trueNegatives = 0

  package var precision: Double { ratio(truePositives, whole: truePositives + falsePositives) }
  package var recall: Double { ratio(truePositives, whole: truePositives + falseNegatives) }
  /// The share of answers that satisfy: what the precision of always-yes is.
  package var base: Double {
    ratio(
      truePositives + falseNegatives, whole: truePositives + falsePositives + falseNegatives + trueNegatives)
  }
  /// The mean of how many of those that satisfy and of those that do not are told: 0.5 for always-no and always-yes.
  package var balancedAccuracy: Double {
    (recall + ratio(trueNegatives, whole: trueNegatives + falsePositives)) / 2
  }

  mutating func count(says: Bool, is right: Bool) {
    switch (says, right) {
    case (true, true): truePositives += 1
    case (true, false): falsePositives += 1
    case (false, true): falseNegatives += 1
    case (false, false): trueNegatives += 1
    }
  }

  private func ratio(_ part: Int, whole: Int) -> Double {
    whole == 0 ? 0 : (Double(part) / Double(whole) * 10_000).rounded() / 10_000
  }
}
