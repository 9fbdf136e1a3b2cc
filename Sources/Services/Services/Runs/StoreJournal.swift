import Records
import Basics
import Consultation
import Masking
import Store
import TaskGraph

/// A run's journal in the store: what is there is read once, what is new is kept before it is used.
actor StoreJournal: Journal {
  private let store: Store
  private let run: String
  private let replays: Bool
  private let mask: SecretMask
  private var entries: [String: JournalEntry]
  /// Values of `keepOnce` on their way to the disk.
  private var keeping: [String: Task<Void, any Error>] = [:]

  /// - Parameters:
  ///   - replays: true when nothing may be added; a missing step is then an error.
  ///   - mask: takes secrets out of whatever is kept, and so out of everything that is made of it.
  init(store: Store, run: String, replays: Bool, mask: SecretMask) async throws {
    self.mask = mask
    self.store = store
    self.run = run
    self.replays = replays
    var entries: [String: JournalEntry] = [:]
    for step in try await store.steps(run: run) { entries[step.key] = Self.entry(of: step) }
    self.entries = entries
  }

  func entry(_ key: String) async throws -> JournalEntry? {
    guard let entry = entries[key] else {
      guard !replays else {
        throw ConsultationError(
          .notJournalled, summary: "The run is not complete",
          detail: "Step '\(key)' of run \(run) was never finished, and a replay asks nobody.")
      }
      return nil
    }
    return entry
  }

  func keep(_ entry: JournalEntry, under key: String) async throws {
    let record = Self.record(entry, under: key, mask: mask)
    try await store.record(record, run: run)
    entries[key] = Self.entry(of: record)
  }

  /// What is kept of an entry, without the secrets in it.
  static func record(_ entry: JournalEntry, under key: String, mask: SecretMask) -> StepRecord {
    switch entry {
    case .done(let value): StepRecord(key: key, status: .done, value: mask.masked(value))
    case .failed(let reason): StepRecord(key: key, status: .failed, value: .string(mask.masked(reason)))
    }
  }

  private static func entry(of step: StepRecord) -> JournalEntry {
    switch step.status {
    case .done: .done(step.value)
    case .failed: .failed(reason: step.value.string ?? "")
    }
  }

  /// The value kept under a key; nil where there is none.
  func known(_ key: String) -> JSONValue? {
    guard case .done(let value) = entries[key] else { return nil }
    return value
  }

  /// Keeps a value unless there is one under the key. Nobody sees it before it would survive a crash; whoever keeps the
  /// same key at the same time waits for the first, and does it where the first could not.
  func keepOnce(_ value: JSONValue, under key: String) async throws {
    while let first = keeping[key] {
      do { return try await first.value } catch {
        // The first says so to its own caller; here it is tried anew.
        if keeping[key] == first { keeping[key] = nil }
      }
    }
    guard entries[key] == nil else { return }
    let work = Task { try await keep(.done(value), under: key) }
    keeping[key] = work
    defer { if keeping[key] == work { keeping[key] = nil } }
    try await work.value
  }

  /// Every value whose key begins so, in no order.
  func values(prefix: String) -> [JSONValue] {
    entries.compactMap { key, entry in
      guard key.hasPrefix(prefix), case .done(let value) = entry else { return nil }
      return value
    }
  }

  /// A value kept under a key, decoded; throws where it is not there.
  func value<Value: Decodable & Sendable>(_ key: String, as type: Value.Type) throws -> Value {
    guard case .done(let value) = entries[key] else {
      throw ConsultationError(
        .notJournalled, summary: "The run is not complete", detail: "Run \(run) has no '\(key)'.")
    }
    return try value.decoded(as: type)
  }

  /// The value kept under a key; where there is none, `make` gives it and it is kept.
  func once<Value: Codable & Sendable>(_ key: String, make: @Sendable () throws -> Value) async throws
    -> Value
  {
    if entries[key] == nil { try await keep(.done(try JSONValue(encoding: try make())), under: key) }
    return try value(key, as: Value.self)
  }
}
