import Basics
import HCL

/// A file that `templatefile` fills: whether it can be read, and which names it has to be given.
struct TemplateCheck {
  private let path: String
  private let names: Set<String>
  private let fault: String?

  init(_ text: String, path: String) {
    self.path = path
    // A template is what stands in a heredoc; its end is a line that no file has.
    let end = "CONSILIUM_END_OF_TEMPLATE"
    do {
      let expression = try HCLExpression(parsing: "<<\(end)\n\(text)\n\(end)\n", file: path)
      names = Set(expression.references.map(\.root))
      let unknown = expression.calls.first { !Function.isKnown($0.name) && !$0.name.contains("::") }
      let nested = expression.calls.first { $0.name == "templatefile" }
      fault =
        nested.map { _ in "it calls templatefile, which a template cannot" }
        ?? unknown.map { "it calls \"\($0.name)\", and there is no function of that name" }
    } catch {
      names = []
      fault =
        (error as? DiagnosticsError)?.diagnostics.first.map { "\($0.summary): \($0.detail)" } ?? "\(error)"
    }
  }

  /// What is wrong with the template or what it is given; nil where nothing is, or where it cannot be said.
  /// - Parameter written: the expression that gives the names.
  func problem(with given: Value, written: HCLExpression) -> String? {
    if let fault { return "The template \(path) cannot be filled: \(fault)." }
    if case .tuple = written.kind { return "Invalid value for \"vars\" parameter: it has to be a map." }
    guard let keys = Self.keys(of: given, written: written) else { return nil }
    guard let missing = names.subtracting(keys).min() else { return nil }
    return
      "Invalid value for \"vars\" parameter: vars map does not contain key \"\(missing)\", which \(path) uses."
      + suggestion(for: missing, among: keys)
  }

  /// The names that are given, known even where their values are not.
  private static func keys(of given: Value, written: HCLExpression) -> Set<String>? {
    if case .object(let members) = given { return Set(members.keys) }
    guard case .object(let items) = written.kind else { return nil }
    let keys = items.map(\.literalKey)
    return keys.contains(nil) ? nil : Set(keys.compactMap(\.self))
  }
}
