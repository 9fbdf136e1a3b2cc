import Basics

/// Steps that are done at most once in the life of a run: what the journal has is taken from it, what it has not is done
/// and kept before it is used.
package struct JournalledSteps: Sendable {
  private let journal: any Journal

  package init(_ journal: any Journal) {
    self.journal = journal
  }

  /// The step's result as the journal kept it, which may have masked something: what is used is what a replay would read.
  /// - Parameters:
  ///   - key: the same in every life of the run.
  ///   - isKept: whether a failure is kept, too; one that is not is tried again in the run's next life.
  /// - Throws: `JournalFailure` where the journal is the trouble; else what the step threw, now or in an earlier life.
  package func value(
    _ key: String, keeps isKept: (any Error) -> Bool = { _ in true }, work: () async throws -> JSONValue
  ) async throws -> JSONValue {
    switch try await journal({ try await $0.entry(key) }) {
    case .done(let value): return value
    case .failed(let reason): throw FailedBefore(description: reason)
    case nil: break
    }
    do {
      let value = try await work()
      try await journal { try await $0.keep(.done(value), under: key) }
      guard case .done(let kept) = try await journal({ try await $0.entry(key) }) else { return value }
      return kept
    } catch let error as JournalFailure {
      throw error
    } catch {
      try Task.checkCancellation()
      if isKept(error) { try await journal { try await $0.keep(.failed(reason: "\(error)"), under: key) } }
      throw error
    }
  }

  /// As above, for values that are coded.
  package func value<Value: Codable & Sendable>(
    _ key: String, as type: Value.Type = Value.self, keeps isKept: (any Error) -> Bool = { _ in true },
    work: () async throws -> Value
  ) async throws -> Value {
    try await value(key, keeps: isKept) { try JSONValue(encoding: try await work()) }.decoded(as: type)
  }

  private func journal<Value>(_ use: (any Journal) async throws -> Value) async throws -> Value {
    do {
      return try await use(journal)
    } catch {
      throw JournalFailure(cause: error)
    }
  }

  /// A step that failed in an earlier life of the run; it reads as it did then, so that a replay gives the same report.
  private struct FailedBefore: Error, CustomStringConvertible {
    let description: String
  }
}
