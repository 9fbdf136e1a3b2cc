/// A limit on what some resources cost a month.
package struct Budget: Sendable {
  package var name: String
  /// A pattern of the estate's name with `*`; nil for every estate.
  var estate: String?
  /// A pattern of the address with `*`; nil for every address.
  var address: String?
  /// Tags that a resource carries; all of them.
  var tags: [String: String]
  /// Dollars a month; nil where only the increase is limited.
  package var monthly: Double?
  /// Dollars a month more than on the night before; nil where that is not limited.
  package var increase: Double?

  /// What it is set on, in words.
  package var scope: String {
    var parts = tags.sorted { $0.key < $1.key }.map { "tag \($0.key) = \($0.value)" }
    if let estate { parts.append("estate \(estate)") }
    if let address { parts.append("address \(address)") }
    return parts.isEmpty ? "everything" : parts.joined(separator: ", ")
  }
}
