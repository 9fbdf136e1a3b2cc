/// Whether a piece of knowledge proves itself.
package struct KnowledgeProof: Sendable, Codable {
  /// The rule's id, or the recipe's.
  package let name: String
  /// What does not hold, in sentences; none where it is proved.
  package let faults: [String]
}
