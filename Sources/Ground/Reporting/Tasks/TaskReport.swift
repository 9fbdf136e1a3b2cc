/// One task of a crew and how it ended.
package struct TaskReport: Sendable, Hashable, Codable {
  package enum Status: String, Sendable, Codable {
    case done, failed
    /// A task it builds on did not succeed.
    case skipped
    /// Its condition did not hold.
    case notNeeded = "not-needed"
    /// A person has to answer before it goes on.
    case waiting
  }

  /// A part that was handed to somebody.
  package struct Part: Sendable, Hashable, Codable {
    package var agent: String
    package var description: String
    package var text: String

    package init(agent: String, description: String, text: String) {
      self.agent = agent
      self.description = description
      self.text = text
    }
  }

  package struct Attempt: Sendable, Hashable, Codable {
    package var agent: String
    package var parts: [Part]
    package var text: String
    /// Why it was not taken; empty for the one that was.
    package var faults: [String]

    package init(agent: String, parts: [Part], text: String, faults: [String]) {
      self.agent = agent
      self.parts = parts
      self.text = text
      self.faults = faults
    }
  }

  package var key: String
  package var agent: String?
  package var status: Status
  /// Why it did not end well; empty where it did.
  package var reason: String
  /// The tasks it waited for.
  package var after: [String]
  package var output: String?
  /// Where the output was written, below the run's folder.
  package var file: String?
  package var attempts: [Attempt]
  package var calls: Int
  package var tokens: Int
  /// When it ran; nil where it did not, or in an earlier life of the run.
  package var time: StepTime?

  package init(
    key: String, agent: String?, status: Status, reason: String = "", after: [String], output: String? = nil,
    file: String? = nil, attempts: [Attempt] = [], calls: Int = 0, tokens: Int = 0
  ) {
    self.key = key
    self.agent = agent
    self.status = status
    self.reason = reason
    self.after = after
    self.output = output
    self.file = file
    self.attempts = attempts
    self.calls = calls
    self.tokens = tokens
  }
}
