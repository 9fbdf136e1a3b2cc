import Basics

/// How a step ended.
package enum JournalEntry: Sendable, Hashable {
  case done(JSONValue)
  case failed(reason: String)
}
