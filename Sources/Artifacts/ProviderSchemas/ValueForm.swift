import Basics
import Clouds
import Foundation

/// A form that the text of an argument has to have.
package struct ValueForm: Hashable, Sendable {
  private enum Check: Hashable, Sendable {
    case json, block
    case expression(NSRegularExpression)
  }

  /// As messages name it.
  package let name: String
  private let check: Check

  /// The form of a word of the lists of accepted values: `json`, `cidr`, or one that a cloud's pack describes; nil for
  /// any other word.
  package init?(_ word: String) {
    switch word {
    case "json": (name, check) = ("JSON", .json)
    case "cidr": (name, check) = ("a CIDR block (10.0.0.0/16)", .block)
    default:
      // A pack whose pattern is none is refused when it is read, so that only words without a form are left out here.
      guard let form = CloudCatalog.current.clouds.lazy.compactMap({ $0.forms[word] }).first,
        let expression = try? NSRegularExpression(pattern: "^(?:\(form.pattern))$")
      else { return nil }
      (name, check) = (form.name, .expression(expression))
    }
  }

  /// Whether the text has the form, as the provider checks it.
  package func fits(_ text: String) -> Bool {
    switch check {
    // An empty text is taken for no document.
    case .json: text.isEmpty || JSONValue.document(text) != nil
    case .block: Self.isBlock(text)
    case .expression(let expression):
      expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }
  }

  private static func isBlock(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let length = Int(parts[1]) else { return false }
    if parts[0].contains(":") { return (0...128).contains(length) }
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    return numbers.count == 4 && numbers.allSatisfy { $0.map((0...255).contains) ?? false }
      && (0...32).contains(length)
  }
}
