/// How many mutants there were, and how many claims were decided wrongly on them.
struct MutantCount {
  private(set) var breaking = 0
  private(set) var falseMet = 0
  private(set) var equal = 0
  private(set) var falseUnmet = 0

  mutating func add(_ mutant: Mutant, isRight: Bool) {
    if mutant.breaks {
      breaking += 1
      falseMet += isRight ? 0 : 1
    } else {
      equal += 1
      falseUnmet += isRight ? 0 : 1
    }
  }

  static func + (one: MutantCount, other: MutantCount) -> MutantCount {
    var sum = one
    sum.breaking += other.breaking
    sum.falseMet += other.falseMet
    sum.equal += other.equal
    sum.falseUnmet += other.falseUnmet
    return sum
  }

  var text: String {
    "\(falseMet) of \(breaking) broken ones still met, \(falseUnmet) of \(equal) equal ones no longer met"
  }
}
