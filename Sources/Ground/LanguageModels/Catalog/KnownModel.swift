/// A model that ships with the program as data: what it cost and how much it takes, on a date.
package struct KnownModel: Hashable, Sendable {
  package var name: ModelName
  package var price: ModelPrice
  package var contextLength: Int?
  /// The day of the price: `2025-10-01`.
  package var date: String
}
