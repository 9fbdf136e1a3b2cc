import Records
import Basics
import FoundationEssentials
import Store

/// The journal of the measured runs, in a store of its own that is removed at the end. It is opened while the first
/// answers are on their way.
struct BenchJournal: Sendable {
  private let folder: String?
  private let store: Task<Store, any Error>?

  init(isOn: Bool) {
    guard isOn else {
      (folder, store) = (nil, nil)
      return
    }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "bench-\(UInt64.random(in: 0..<UInt64.max))"
    )
    .path(percentEncoded: false)
    self.folder = folder
    store = Task { try Store(path: "\(folder)/consilium.db") }
  }

  /// A run that is being made known to the store; what has something to keep waits for that, and nothing else does.
  struct Run: Sendable {
    fileprivate let name: String
    fileprivate let isKnown: Task<Store, any Error>?
  }

  func begin() -> Run {
    let name = String(UInt64.random(in: 0..<UInt64.max), radix: 36)
    guard let store else { return Run(name: name, isKnown: nil) }
    return Run(
      name: name,
      isKnown: Task {
        let store = try await store.value
        try await store.begin(
          RunRecord(
            id: name, created: "2026-01-01T00:00:00Z", title: "benchmark", request: "", crew: "",
            mode: "debate",
            status: .running))
        return store
      })
  }

  /// Returns when the answer would survive a crash.
  func keep(_ text: String, run: Run, key: String) async throws {
    guard let store = try await run.isKnown?.value else { return }
    try await store.record(StepRecord(key: key, status: .done, value: .string(text)), run: run.name)
  }

  func remove() {
    guard let folder else { return }
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      StandardError.write("\(folder) could not be removed: \(error)\n")
    }
  }
}
