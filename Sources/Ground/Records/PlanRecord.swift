import Basics

/// A plan as the store keeps it: what it would do is in `document`, what binds it in `digest`.
package struct PlanRecord: Sendable, Hashable {
  package var id: String
  package var created: String
  package var digest: String
  package var document: JSONValue

  package init(id: String, created: String, digest: String, document: JSONValue) {
    self.id = id
    self.created = created
    self.digest = digest
    self.document = document
  }
}
