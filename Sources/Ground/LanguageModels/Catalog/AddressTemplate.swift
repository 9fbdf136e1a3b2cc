/// An address with variables of the environment in it: `${A|B:-C}` is the first of A and B that is set, else C.
package struct AddressTemplate: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// A variable that is set nowhere and has nothing in its place.
  package struct Missing: Error {
    package let variable: String
  }

  /// The address with the values in it; a slash at a value's end is left out, because one follows.
  package func filled(_ environment: [String: String]) throws(Missing) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "${"), let close = rest[open.upperBound...].firstIndex(of: "}") {
      filled += rest[..<open.lowerBound]
      filled += try Self.value(rest[open.upperBound..<close], environment: environment)
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private static func value(
    _ expression: Substring, environment: [String: String]
  ) throws(Missing) -> String {
    let mark = expression.firstRange(of: ":-")
    let names = expression[..<(mark?.lowerBound ?? expression.endIndex)].split(separator: "|").map(
      String.init)
    let found = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard var value = found ?? mark.map({ String(expression[$0.upperBound...]) }) else {
      throw Missing(variable: names.joined(separator: " or "))
    }
    while value.hasSuffix("/") { value.removeLast() }
    return value
  }
}
