/// The stable code of a room's error: what programs go by, with the exit status that stands for it.
package protocol ErrorCode: RawRepresentable<String>, Hashable, Sendable {
  /// What a command that ends with such an error exits with.
  var exitStatus: ExitStatus { get }
}

extension ErrorCode {
  package var exitStatus: ExitStatus { .error }
}

/// An error that says with which status a command ends.
package protocol ExitStatusProviding: Error {
  var exitStatus: ExitStatus { get }
}
