import Basics

/// Where a run keeps each finished step, durably, before the step's result is used.
package protocol Journal: Sendable {
  /// What was kept under the key; nil when the step has not finished yet. A journal that replays throws instead
  /// of returning nil, because a replay calls nobody.
  func entry(_ key: String) async throws -> JournalEntry?

  /// Returns only when the entry would survive a crash.
  func keep(_ entry: JournalEntry, under key: String) async throws
}
