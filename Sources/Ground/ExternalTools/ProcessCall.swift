/// One call of a tool: always an argument vector, never a shell.
package struct ProcessCall: Sendable {
  package var executable: String
  package var arguments: [String]
  /// The child's whole environment; nothing else is inherited.
  package var environment: [String: String]
  package var directory: String
  package var timeout: Duration
  /// Bytes of standard output kept; a longer output is an error, not cut in silence.
  package var outputLimit: Int
  /// Whether the child is asked to stop when this program is gone, however it went.
  package var endsWithParent: Bool
  /// How long a child that is asked to stop may take; after that it is killed.
  package var grace: Duration
  /// What the child reads from its standard input; nothing by default.
  package var input: String

  package init(
    executable: String, arguments: [String], environment: [String: String], directory: String,
    timeout: Duration = .seconds(300), outputLimit: Int = 64 << 20,
    endsWithParent: Bool = true, grace: Duration = .milliseconds(500), input: String = ""
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.directory = directory
    self.timeout = timeout
    self.outputLimit = outputLimit
    self.endsWithParent = endsWithParent
    self.grace = grace
    self.input = input
  }
}
