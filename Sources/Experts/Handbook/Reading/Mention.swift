import Experts
import Basics

/// A stretch of the request that a rule understood.
struct Mention: Sendable {
  enum Sense: Sendable {
    case component(Int)
    case attribute(Int)
    case fact(id: String, value: JSONValue)
    case money(Money)
    case name(String, isQuoted: Bool)
    case region(String)
    case unsupported(String)
    case cloud(String)
    case environment(String)
    case number(Int)
    /// Understood and of no consequence, as an address for reading.
    case nothing
  }

  struct Money: Sendable {
    var amount: Double
    var currency: String
    /// Months' worth of the stated period: 1 for a month, nil when no period is stated.
    var monthly: Double?
    var relation: String
  }

  /// Whether it names a thing without a recipe.
  var isUnsupported: Bool {
    if case .unsupported = sense { return true }
    return false
  }

  /// The cloud that it names; empty where it names none.
  var cloudName: String {
    if case .cloud(let name) = sense { return name }
    return ""
  }

  /// Whether it is one word that says how something is.
  var isOneAdjective: Bool {
    if case .attribute = sense { return span.count == 1 }
    return false
  }

  var span: Range<Int>
  var sense: Sense
  /// The words as they were written.
  var words: String
  var priority: Int
}
