/// What kind of change is advised; the words of the cloud's own optimisation hub where it has one.
package enum AdviceAction: String, Sendable, Codable, CaseIterable {
  case delete, stop, rightsize, upgrade, schedule, store, configure, report
  case migrateToGraviton = "migrate-to-graviton"
  case useSpot = "use-spot"
  case purchaseCommitment = "purchase-commitment"
}
