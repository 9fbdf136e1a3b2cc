import Vocabulary

struct Critic {
  let assignment: ReviewAssignment
  func objections() -> [Objection] { [] }
}
