/// Why a function has no result; becomes a diagnostic at the call.
package struct FunctionError: Error {
  /// From 0; nil when it is not about one argument.
  package var argument: Int?
  /// Without a full stop.
  package var message: String

  package init(_ message: String, argument: Int? = nil) {
    self.message = message
    self.argument = argument
  }
}
