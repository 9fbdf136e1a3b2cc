import Experts
import Basics

extension Parameter {
  /// A value as decisions show it.
  static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .bool(let flag): flag ? "yes" : "no"
    default: value.compact
    }
  }

  /// The value that a decision's text stands for; nil where it is none of this parameter's.
  func value(of text: String) -> JSONValue? {
    if let option = options.first(where: { Self.text($0.value) == text }) { return option.value }
    switch defaultValue {
    case .bool: return text == "yes" ? .bool(true) : text == "no" ? .bool(false) : nil
    case .integer: return Int(text).map { .integer($0) }
    case .string: return .string(text)
    default: return nil
    }
  }
}
