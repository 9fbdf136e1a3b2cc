import Basics
import Vocabulary

/// What a crew's tasks came to; every form of it (terminal, Markdown, JSON) is made from this.
package struct TaskRunReport: Sendable, Codable {
  package var schema = "consilium.tasks/1"
  package var run: String
  /// RFC 3339, UTC.
  package var created: String
  package var crew: String
  package var process: String
  package var inputs: [String: String]
  package var experts: [ExpertIdentity]
  /// In the order of the crew file.
  package var tasks: [TaskReport]
  package var usage: RunUsage

  package init(
    run: String, created: String, crew: String, process: String, inputs: [String: String],
    experts: [ExpertIdentity], tasks: [TaskReport], usage: RunUsage
  ) {
    self.run = run
    self.created = created
    self.crew = crew
    self.process = process
    self.inputs = inputs
    self.experts = experts
    self.tasks = tasks
    self.usage = usage
  }

  /// Keys sorted, two-space indentation; equal reports give equal bytes.
  package func json() throws -> String {
    try JSONValue(encoding: self).pretty
  }

  /// The result of the last task that has one.
  package var result: String? { tasks.last { $0.output != nil }?.output }
}
