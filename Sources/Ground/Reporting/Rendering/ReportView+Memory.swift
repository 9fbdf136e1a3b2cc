import Basics
import Vocabulary

extension ReportView {
  /// An earlier consultation beside this one: what it came to, and what is different now.
  func remembered(_ memory: RememberedReport) -> JSONValue {
    [
      "run": .string(memory.run), "title": .string(memory.title),
      "day": .string(String(memory.created.prefix(10))),
      "outcome": .string(memory.outcome), "price": .string(Money.text(memory.monthly)),
      "difference": .string(difference(memory)), "score": .string(Money.decimal(memory.score, places: 2)),
      "reasons": .string(memory.reasons.joined(separator: "; ")),
    ]
  }

  private func difference(_ memory: RememberedReport) -> String {
    let now = Set(report.price.resources.map(\.type))
    let before = Set(memory.types)
    let added = now.subtracting(before).sorted()
    let gone = before.subtracting(now).sorted()
    let change = report.price.monthly - memory.monthly
    var words = ["\(change < 0 ? "−" : "+")\(Money.text(abs(change))) a month"]
    if !added.isEmpty { words.append("with \(added.joined(separator: ", "))") }
    if !gone.isEmpty { words.append("without \(gone.joined(separator: ", "))") }
    if added.isEmpty && gone.isEmpty { words.append("the same kinds of resources") }
    return words.joined(separator: "; ")
  }
}
