import Experts
import Handbook
import Vocabulary

extension Table {
  /// Where the words of the public requests go when the handbook reads them: the share that became a claim or a limit, and the share
  /// that is not covered.
  func measureReading(_ corpora: Corpora, listsLeft: Bool) throws {
    let reading = try HandbookReading()
    let requests = try corpora.prompts()
    for half in CorpusHalf.allCases {
      var words: [Placement.Place: Int] = [:]
      var left: [String: Int] = [:]
      var refused = 0
      for request in requests where CorpusHalf(of: request.name) == half {
        guard let brief = try? reading.brief(of: Request(text: request.text)) else {
          refused += 1
          continue
        }
        for placement in brief.placements ?? [] {
          words[placement.place, default: 0] += placement.text.split { !$0.isLetter && !$0.isNumber }.count
          guard placement.place == .notCovered else { continue }
          left[placement.text.lowercased().split(separator: "\n").joined(separator: " "), default: 0] += 1
        }
      }
      let all = words.values.reduce(0, +)
      row(
        "words that became a claim or limit, \(half.rawValue)",
        share(words[.claim, default: 0] + words[.constraint, default: 0], all))
      row("words that are not covered, \(half.rawValue)", share(words[.notCovered, default: 0], all))
      row("requests that are refused, \(half.rawValue)", "\(refused)")
      guard listsLeft, half == .learn else { continue }
      for (text, count) in left.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        note("\(count) \(text)")
      }
    }
  }
}
