/// One request of a suite. What a suite knows of the right answer is never read: nothing that decides may see it.
package struct SuiteRequest: Sendable, Hashable, Decodable {
  package var id: String
  package var prompt: String
}
