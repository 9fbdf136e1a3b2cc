/// A place where a request speaks of a resource type.
package struct TypeMention: Sendable, Hashable {
  package var type: String
  /// The words of the request that name it, as places among its words.
  package var places: [Int]
  /// How many are asked for at least.
  package var count: Int
}
