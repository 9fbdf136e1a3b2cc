import Basics

/// One entry under `mcp:`: another program, or an address, whose tools agents may be given.
package struct ToolServerDefinition: Sendable, Hashable {
  package enum Place: Sendable, Hashable {
    /// A program with its arguments, started beside the run.
    case program([String])
    case address(String)
  }

  /// Stands before the names of its tools: `git/git_log`.
  package var name: String
  package var place: Place
  /// Variables of the environment that a program is given.
  package var variables: [String]
  /// The variable whose value an address is sent as a bearer token.
  package var tokenVariable: String?
  /// SHA-256 of everything the server says of its tools; nil until a person has looked at them.
  package var digest: String?
  /// How long one call may take.
  package var seconds: Int
  /// How often its tools may be called in one run.
  package var calls: Int
  package var range: SourceRange
}
