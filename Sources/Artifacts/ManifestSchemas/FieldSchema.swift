import Basics

/// What is accepted in one place of an object. Other places are named by their numbers in the same `KindSchemas`.
package struct FieldSchema: Sendable {
  package enum Kind: String, Sendable {
    case object = "o"
    case array = "a"
    case string = "s"
    case integer = "i"
    case number = "n"
    case boolean = "b"
    /// A whole number or a text.
    case integerOrString = "x"
    /// A number or a text such as `500m` and `1Gi`.
    case quantity = "q"
    case any = ""
  }

  /// A field of an object.
  package struct Property: Sendable {
    package var schema: Int
    package var isRequired: Bool
  }

  /// A rule in CEL that the API server applies.
  package struct Rule: Sendable {
    package var rule: String
    package var message: String?
    package var messageExpression: String?
  }

  package var kind = Kind.any
  package var isNullable = false
  package var properties: [String: Property] = [:]
  /// Required beyond the properties that are named.
  package var required: [String] = []
  /// The schema of every other field; nil where there may be none.
  package var others: Int?
  /// Whether fields that are not named are taken as they are.
  package var keepsUnknown = false
  /// Whether it is an object of the API with `apiVersion`, `kind` and `metadata` of its own.
  package var isResource = false
  package var items: Int?
  package var format: String?
  package var pattern: String?
  package var values: [JSONValue] = []
  /// Values that the API server takes beyond what its schema says.
  package var takenValues: [String] = []
  package var minimum: Double?
  package var maximum: Double?
  package var excludesMinimum = false
  package var excludesMaximum = false
  package var multipleOf: Double?
  package var lengths: Limits?
  package var counts: Limits?
  package var sizes: Limits?
  /// The fields that tell the elements of a list apart; empty for a list that is none of entries.
  package var listKeys: [String] = []
  package var isSet = false
  package var standard: JSONValue?
  package var all: [Int] = []
  package var any: [Int] = []
  package var one: [Int] = []
  package var not: Int?
  package var rules: [Rule] = []

  /// Both ends included; nil for no end.
  package struct Limits: Sendable {
    package var least: Int?
    package var most: Int?
  }
}
