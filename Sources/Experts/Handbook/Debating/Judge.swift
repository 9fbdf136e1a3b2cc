import Vocabulary

struct Judge {
  let assignment: BallotAssignment
  func ballot() -> Ballot { Ballot(judge: assignment.agent.key, order: [], scores: []) }
}
