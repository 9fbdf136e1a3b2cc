import Basics
import Records

/// What an apply did.
package struct AppliedChanges: Sendable {
  package let apply: ApplyRecord
  package let document: PlanDocument
  package let outcomes: [ResourceOutcome]
  /// The outputs as the state has them afterwards, sensitive values left out.
  package let outputs: [JSONMember]
}
