import Consultation
import TaskGraph

/// A journal for runs that are never taken up again.
struct ForgetfulJournal: Journal {
  func entry(_ key: String) async throws -> JournalEntry? { nil }
  func keep(_ entry: JournalEntry, under key: String) async throws {}
}
