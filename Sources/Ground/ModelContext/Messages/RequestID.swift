import Basics

/// What pairs a response with its request: a text or a whole number, never null.
package enum RequestID: Hashable, Sendable {
  case string(String)
  case integer(Int)

  package init?(_ value: JSONValue?) {
    switch value {
    case .string(let text): self = .string(text)
    case .integer(let number): self = .integer(number)
    default: return nil
    }
  }

  package var json: JSONValue {
    switch self {
    case .string(let text): .string(text)
    case .integer(let number): .integer(number)
    }
  }
}
