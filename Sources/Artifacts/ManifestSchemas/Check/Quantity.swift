import Basics

/// Amounts as Kubernetes writes them (`resource.Quantity`).
package enum Quantity {
  private static let suffixes: Set<String> = [
    "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei",
  ]

  /// A sign, digits with a point, and a suffix or a decimal exponent.
  package static func isQuantity(_ text: String) -> Bool {
    var rest = text[...]
    if let first = rest.first, first == "+" || first == "-" { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard digits.contains(where: \.isNumber), digits.count(where: { $0 == "." }) <= 1 else { return false }
    rest = rest.dropFirst(digits.count)
    if suffixes.contains(String(rest)) { return true }
    guard let mark = rest.first, mark == "e" || mark == "E" else { return false }
    return Int(rest.dropFirst()) != nil
  }
}
