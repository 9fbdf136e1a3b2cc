/// A word of an expression.
enum CELToken: Hashable, Sendable {
  case name(String)
  case literal(CELValue)
  case symbol(String)
  case end
}
