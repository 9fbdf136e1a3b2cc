/// What this program calls itself.
package enum ConsiliumVersion {
  package static let program = "0.1.0"
  /// The edition of the handbook's recipes and rules.
  package static let handbook = "handbook 0.1.0"
}
