import Vocabulary

/// The ballots counted: each judge's mean over both orders, never on a draft of the judge's own.
struct Tally {
  /// Marks by judge, then by label.
  private var marks: [String: [String: Double]] = [:]
  /// A judge's own words on a label.
  private var words: [String: [String: String]] = [:]
  let labels: [String]

  init(ballots: [Ballot], authors: [String: String]) {
    var sums: [String: [String: (sum: Double, count: Double)]] = [:]
    for ballot in ballots {
      for score in ballot.scores where authors[score.draft] != ballot.judge {
        let before = sums[ballot.judge]?[score.draft] ?? (0, 0)
        sums[ballot.judge, default: [:]][score.draft] = (before.sum + score.total, before.count + 1)
        words[ballot.judge, default: [:]][score.draft] = score.reason
      }
    }
    marks = sums.mapValues { $0.mapValues { $0.sum / $0.count } }
    labels = Set(marks.values.flatMap(\.keys)).sorted()
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
