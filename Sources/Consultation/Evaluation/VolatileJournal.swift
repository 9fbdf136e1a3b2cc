import Consultation
import TaskGraph

/// A journal that lasts as long as the process: an evaluation is repeated, not resumed.
actor VolatileJournal: Journal {
  private var entries: [String: JournalEntry] = [:]

  func entry(_ key: String) async throws -> JournalEntry? { entries[key] }

  func keep(_ entry: JournalEntry, under key: String) async throws { entries[key] = entry }
}
