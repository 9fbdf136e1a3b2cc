import Basics
import Evaluation
import Vocabulary

/// Modes side by side on the same requests.
package struct LiveReport: Sendable, Codable {
  /// One mode over all requests.
  package struct Row: Sendable, Codable {
    package var mode: Request.Mode
    package var total: Int
    /// Answers by the verdict of the checks.
    package var valid: Int
    package var unchecked: Int
    package var invalid: Int
    package var failed: Int
    /// Valid, and all that was asked for is shown to be there; with Wilson's interval at 95 %, 0 to 1.
    package var right: Int
    package var low: Double
    package var high: Double
    package var calls: Int
    package var tokens: Int
    /// Nil where a call had no price.
    package var dollars: Double?
    package var seconds: Double
  }

  /// Two modes on the same requests.
  package struct Pair: Sendable, Codable {
    package var first: Request.Mode
    package var second: Request.Mode
    package var both: Int
    package var onlyFirst: Int
    package var onlySecond: Int
    /// The second mode's share of right answers minus the first one's, with an interval at 95 %.
    package var difference: Double
    package var low: Double
    package var high: Double
  }

  package var rows: [Row]
  package var pairs: [Pair]
  package var outcomes: [LiveOutcome]

  init(_ outcomes: [LiveOutcome], modes: [Request.Mode]) {
    self.outcomes = outcomes
    rows = modes.map { mode in Self.row(mode, outcomes: outcomes.filter { $0.mode == mode }) }
    pairs = modes.indices.dropFirst().map { index in
      Self.pair(modes[index - 1], second: modes[index], outcomes: outcomes)
    }
  }

  private static func row(_ mode: Request.Mode, outcomes: [LiveOutcome]) -> Row {
    func count(_ verdict: LiveOutcome.Verdict) -> Int { outcomes.filter { $0.verdict == verdict }.count }
    let right = outcomes.filter(\.isRight).count
    let interval = Interval.wilson(Double(right), of: outcomes.count)
    let dollars = outcomes.filter { $0.verdict != .failed }.map(\.dollars)
    return Row(
      mode: mode, total: outcomes.count, valid: count(.valid), unchecked: count(.unchecked),
      invalid: count(.invalid), failed: count(.failed), right: right, low: interval.low, high: interval.high,
      calls: outcomes.reduce(0) { $0 + $1.calls }, tokens: outcomes.reduce(0) { $0 + $1.tokens },
      dollars: dollars.contains { $0 == nil } ? nil : dollars.compactMap { $0 }.reduce(0, +),
      seconds: outcomes.reduce(0) { $0 + $1.seconds })
  }

  private static func pair(
    _ first: Request.Mode, second: Request.Mode, outcomes: [LiveOutcome]
  ) -> Pair {
    func right(_ mode: Request.Mode) -> Set<String> {
      Set(outcomes.filter { $0.mode == mode && $0.isRight }.map(\.id))
    }
    let (left, other) = (right(first), right(second))
    let total = outcomes.filter { $0.mode == second }.count
    let (onlyFirst, onlySecond) = (left.subtracting(other).count, other.subtracting(left).count)
    let interval = Interval.paired(first: onlyFirst, second: onlySecond, of: total)
    return Pair(
      first: first, second: second, both: left.intersection(other).count, onlyFirst: onlyFirst,
      onlySecond: onlySecond, difference: interval.difference, low: interval.low, high: interval.high)
  }

  /// As a table on a terminal.
  package var text: String {
    var lines = [
      "mode        right   95 % confidence   valid  unchecked  invalid  failed   calls    tokens   dollars   seconds"
    ]
    lines += rows.map { row in
      let dollars = row.dollars.map { Money.decimal($0, places: 3) } ?? "no price"
      let cells = [
        ("\(Self.percent(row.low)) to \(Self.percent(row.high))", 18), ("\(row.valid)", 8),
        ("\(row.unchecked)", 11),
        ("\(row.invalid)", 9), ("\(row.failed)", 8), ("\(row.calls)", 8), ("\(row.tokens)", 10),
        (dollars, 10),
        (Money.decimal(row.seconds, places: 1), 10),
      ]
      return row.mode.rawValue.padded(to: 10) + "\(row.right)/\(row.total)".aligned(to: 7)
        + cells.map { $0.0.aligned(to: $0.1) }.joined()
    }
    lines.append("")
    lines += pairs.map { pair in
      "\(pair.second.rawValue) against \(pair.first.rawValue), the same requests: both right \(pair.both), only \(pair.first.rawValue) \(pair.onlyFirst), only \(pair.second.rawValue) \(pair.onlySecond); \(Self.percent(pair.difference)) (\(Self.percent(pair.low)) to \(Self.percent(pair.high)))"
    }
    lines.append(
      "right: every stage passed, `validate` of the tool where it is here, and each requirement is shown to be met; a run without an answer is not right, and its tokens are not counted here"
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private static func percent(_ share: Double) -> String { "\(Money.decimal(share * 100, places: 1)) %" }
}
