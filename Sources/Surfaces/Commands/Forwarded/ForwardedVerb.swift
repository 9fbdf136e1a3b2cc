/// A verb that the executor answers.
protocol ForwardedVerb {
  /// As it is typed.
  static var name: String { get }
  static var abstract: String { get }
  /// Calls that show how it is used, a line each.
  static var examples: [String] { get }
}
