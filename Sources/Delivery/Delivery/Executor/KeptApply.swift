import Records

/// An apply on record with the plan that it ran.
struct KeptApply: Sendable {
  let apply: ApplyRecord
  let document: PlanDocument
}
