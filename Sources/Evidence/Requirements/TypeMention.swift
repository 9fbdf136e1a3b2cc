/// A place where a request speaks of a resource type.
struct TypeMention: Sendable, Hashable {
  var type: String
  /// The words of the request that name it, as places among its words.
  var places: [Int]
  /// How many are asked for at least.
  var count: Int
}
