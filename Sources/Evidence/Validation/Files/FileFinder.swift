/// Finds what calls such as `file("…")` read.
package protocol FileFinder: Sendable {
  /// - Parameter path: as the call names it, from the folder of the root module.
  func find(_ path: String) -> FoundFile
}

/// What is at a path that a configuration names.
package enum FoundFile: Hashable, Sendable {
  /// A file of text, small enough to be looked at.
  case text(String)
  /// A file whose text is not looked at.
  case present
  /// Nothing, for certain.
  case absent
  /// It lies where this check cannot look, and need not be there on this machine.
  case unknown
}
