import Records

/// A plan that was kept, and whether it changes anything.
package struct PlannedChanges: Sendable {
  package let record: PlanRecord
  package let document: PlanDocument
  package let changesAnything: Bool

  package init(record: PlanRecord, document: PlanDocument, changesAnything: Bool) {
    self.record = record
    self.document = document
    self.changesAnything = changesAnything
  }
}
