/// Words that say which cloud a request is of.
struct CloudSign: Sendable {
  /// A cloud's name decides before a product, a product before what several clouds call alike, and that before a region.
  enum Weight: Int, Sendable { case region = 1, shared = 2, product = 4, name = 8 }

  var words: [String]
  /// The id of the pack.
  var cloud: String
  var weight: Weight
}

extension CloudSign.Weight: Comparable {
  static func < (left: CloudSign.Weight, right: CloudSign.Weight) -> Bool { left.rawValue < right.rawValue }
}
