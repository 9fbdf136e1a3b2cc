import Experts
import Vocabulary

/// The ballots counted: each judge's mean over both orders, never on a draft of the judge's own.
struct Tally {
  /// Marks by judge, then by label.
  private var marks: [String: [String: Double]] = [:]
  /// A judge's own words on a label.
  private var words: [String: [String: String]] = [:]
  let labels: [String]
  private let weights: TallyWeights
  /// Judges whom the order of the drafts turned.
  let turned: [UnsupportedChangeOfMind]

  init(ballots: [Ballot], authors: [String: String], weights: TallyWeights) {
    self.weights = weights
    var sums: [String: [String: (sum: Double, count: Double)]] = [:]
    for ballot in ballots {
      for score in ballot.scores where authors[score.draft] != ballot.judge {
        let before = sums[ballot.judge]?[score.draft] ?? (0, 0)
        sums[ballot.judge, default: [:]][score.draft] = (before.sum + score.total, before.count + 1)
        words[ballot.judge, default: [:]][score.draft] = score.reason
      }
    }
    var marks = sums.mapValues { $0.mapValues { $0.sum / $0.count } }
    turned = Self.level(&marks, ballots: ballots, authors: authors)
    self.marks = marks
    labels = Set(marks.values.flatMap(\.keys)).sorted()
  }

  /// A judge who prefers one draft in one order and another in the other saw nothing new in between: the two get the same
  /// mark from that judge.
  private static func level(
    _ marks: inout [String: [String: Double]], ballots: [Ballot], authors: [String: String]
  ) -> [UnsupportedChangeOfMind] {
    var turned: [UnsupportedChangeOfMind] = []
    for judge in marks.keys.sorted() {
      let preferred = ballots.filter { $0.judge == judge }.compactMap { ballot in
        ballot.scores.filter { authors[$0.draft] != judge }.sorted { $0.draft < $1.draft }
          .max { $0.total < $1.total }?.draft
      }
      guard preferred.count == 2, preferred[0] != preferred[1], let first = marks[judge]?[preferred[0]],
        let second = marks[judge]?[preferred[1]]
      else { continue }
      for label in preferred { marks[judge]?[label] = (first + second) / 2 }
      turned.append(
        UnsupportedChangeOfMind(
          by: judge, kind: .order,
          detail:
            "Preferred draft \(preferred[0]) in the first order and draft \(preferred[1]) in the second, on the same evidence."
        ))
    }
    return turned
  }

  /// The mean of the judges' marks, 0 to 10; nil where nobody judged it. A judge counts on a draft of the judge's own
  /// with the mean of the others' drafts: leaving the judge out would favour the drafts of strict judges.
  func mark(_ label: String) -> Double? {
    guard marks.values.contains(where: { $0[label] != nil }) else { return nil }
    let given = marks.keys.sorted().compactMap { judge -> Double? in
      guard let own = marks[judge], !own.isEmpty else { return nil }
      return own[label] ?? own.keys.sorted().compactMap { own[$0] }.reduce(0, +) / Double(own.count)
    }
    return given.reduce(0, +) / Double(given.count)
  }

  /// Marks nearer to each other than this say nothing; evidence then decides.
  func rounded(_ mark: Double) -> Double { (mark / weights.step).rounded() * weights.step }

  /// The share of judges who would not choose otherwise, 0 to 1; 1 where nobody judged.
  func share(preferring label: String) -> Double {
    guard !marks.isEmpty else { return 1 }
    return Double(marks.count - dissent(from: label).count) / Double(marks.count)
  }

  /// Judges who marked another draft higher than this one, in their own words.
  func dissent(from label: String) -> [Verdict.Dissent] {
    marks.keys.sorted().compactMap { judge in
      guard let own = marks[judge], let mark = own[label],
        let best = own.sorted(by: { $0.key < $1.key }).max(by: { $0.value < $1.value }), best.value > mark
      else { return nil }
      return Verdict.Dissent(by: judge, prefers: best.key, words: words[judge]?[best.key] ?? "")
    }
  }
}
