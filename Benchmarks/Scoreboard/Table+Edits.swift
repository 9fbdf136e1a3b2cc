import Changes
import Foundation

extension Table {
  /// The share of changes in words, made of configurations that work, that do exactly what is asked and touch nothing else.
  func measureEdits(_ corpora: Corpora, listsLeft: Bool) throws {
    let reader = try ChangeReader()
    let references = try corpora.namedReferences()
    for half in CorpusHalf.allCases {
      let tasks = references.filter { CorpusHalf(of: $0.name) == half }
        .flatMap { EditTask.tasks(of: $0.text, name: $0.name) }
      var durations: [Duration] = []
      let faults = tasks.compactMap { task in
        timed(&durations) { task.fault(reader) }.map { "\(task.name): \(task.request): \($0)" }
      }
      row(
        "changes that do just what is asked, \(half.rawValue)",
        share(tasks.count - faults.count, tasks.count), goal: "90 %")
      note("99 in 100 within \(String(format: "%.1f", quantile(0.99, durations))) ms")
      if listsLeft { for fault in faults { note(fault) } }
    }
  }
}
