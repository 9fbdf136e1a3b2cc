/// One argument of a resource that a plan sets, changes or takes away, as the person who approves reads it.
package struct PlannedArgument: Sendable, Hashable, Codable {
  /// `root_block_device[0].volume_size`.
  package var path: String
  /// As written in a configuration; nil where there was nothing.
  package var before: String?
  /// As written in a configuration; nil where there will be nothing.
  package var after: String?
  /// Whether changing it is why the resource is made anew.
  package var forcesReplacement: Bool

  /// Stands for a value that the plan marks as sensitive.
  package static let sensitive = "(sensitive)"
  /// Stands for a value that an expression gives and that is not known before the apply.
  package static let unknown = "(known after apply)"
  /// Characters of a value that are kept; a longer one ends with its digest, so that two that differ look different.
  static let longest = 4_000

  package init(path: String, before: String?, after: String?, forcesReplacement: Bool = false) {
    self.path = path
    self.before = before
    self.after = after
    self.forcesReplacement = forcesReplacement
  }
}
