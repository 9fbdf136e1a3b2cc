/// What a look at the journals of all runs came to.
package struct JournalCheck: Hashable, Sendable {
  /// One journal that is not what was written.
  package struct Fault: Hashable, Sendable {
    package let run: String
    package let detail: String
  }

  package var runs = 0
  package var steps = 0
  /// The first of each run, in the order in which they were found.
  package private(set) var faults: [Fault] = []

  package init() {}

  package mutating func note(_ run: String, detail: String) {
    guard !faults.contains(where: { $0.run == run }) else { return }
    faults.append(Fault(run: run, detail: detail))
  }
}
