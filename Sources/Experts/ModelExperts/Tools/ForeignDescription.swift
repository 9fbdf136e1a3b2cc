/// What a server of others says of one of its tools: data, which a model is told is such.
package struct ForeignDescription: Sendable, Hashable {
  package let server: String
  package let words: String

  package init(server: String, words: String) {
    self.server = server
    self.words = words
  }
}
