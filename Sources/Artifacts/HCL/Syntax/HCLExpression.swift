import Basics

/// One expression with its place in the text.
package struct HCLExpression: Hashable, Sendable {
  /// What kind of expression it is, with the expressions inside.
  package indirect enum Kind: Hashable, Sendable {
    case literal(Value)
    /// A quoted or heredoc string; its parts are joined.
    case template([HCLExpression])
    /// `"${x}"`: x itself, with its own type.
    case wrapped(HCLExpression)
    /// A `%{ for }` directive: the list inside, joined to one string.
    case joined(HCLExpression)
    case reference(Traversal)
    /// Steps after anything that is not a name: `f(x).a[0]`.
    case relative(HCLExpression, [Traversal.Step])
    case index(HCLExpression, key: HCLExpression)
    /// `source[*].each` and `source.*.each`; in `each` the element is `.element`.
    case splat(source: HCLExpression, each: HCLExpression)
    /// The current element of the nearest splat around it.
    case element
    case call(FunctionCall)
    case unary(UnaryOperator, HCLExpression)
    case binary(BinaryOperator, HCLExpression, HCLExpression)
    case conditional(HCLExpression, then: HCLExpression, otherwise: HCLExpression)
    case tuple([HCLExpression])
    case object([ObjectItem])
    case `for`(ForExpression)
    case parentheses(HCLExpression)
    /// Stands where the text could not be read; evaluates to unknown.
    case invalid
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

extension HCLExpression {
  /// Parses one expression on its own.
  /// - Throws: `DiagnosticsError` with every syntax error found.
  package init(parsing text: String, file: String = "<expression>", limits: ParserLimits = .standard) throws {
    var parser = Parser(file: file, bytes: Array(text.utf8), limits: limits)
    self = parser.parseStandaloneExpression()
    if !parser.diagnostics.isEmpty { throw DiagnosticsError(parser.diagnostics) }
  }

  /// The text of a string without interpolation, or nil.
  package var literalString: String? {
    switch kind {
    case .literal(.string(let text)): text
    case .template(let parts) where parts.count == 1: parts[0].literalString
    case .template(let parts) where parts.isEmpty: ""
    case .parentheses(let inner): inner.literalString
    default: nil
    }
  }
}
