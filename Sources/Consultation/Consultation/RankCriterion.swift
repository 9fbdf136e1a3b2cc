/// What drafts are compared by, in this order; greater is better in each.
enum RankCriterion: CaseIterable {
  /// What is broken loses to what is not.
  case validity
  /// What cannot be planned as it stands, because something has to be supplied or put right before.
  case readiness
  /// What was asked for and is there.
  case fitness
  case graveFindings
  case budget
  /// What nobody could show.
  case certainty
  /// How well the resources are wired.
  case connections
  case findings
  case price
  /// How many others propose the same.
  case agreement

  /// What a report calls it.
  var words: String {
    switch self {
    case .validity: "validity"
    case .readiness: "what has to be supplied before a plan"
    case .fitness: "requirements met"
    case .graveFindings: "grave findings"
    case .budget: "the budget"
    case .certainty: "requirements that can be shown"
    case .connections: "references between resources"
    case .findings: "findings"
    case .price: "price"
    case .agreement: "what others propose, too"
    }
  }
}
