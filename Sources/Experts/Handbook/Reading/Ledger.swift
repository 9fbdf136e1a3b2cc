import Experts
import Basics
import Vocabulary

/// Collects what goes into the brief while the request is read, with the place each stands at.
struct Ledger {
  private struct Line {
    var at: Int
    var text: String
    var check: RequirementCheck?
  }

  private var requirements: [Line] = []
  private var constraints: [(at: Int, constraint: Constraint)] = []
  private(set) var assumptions: [String] = []
  private(set) var questions: [String] = []

  mutating func require(_ text: String, at place: Int, _ expectations: [ResourceExpectation]) {
    if let index = requirements.firstIndex(where: { $0.text == text && $0.at == place }) {
      let known = requirements[index].check?.all ?? []
      let all = known + expectations.filter { !known.contains($0) }
      requirements[index].check = all.isEmpty ? nil : RequirementCheck(all: all)
      return
    }
    requirements.append(
      Line(at: place, text: text, check: expectations.isEmpty ? nil : RequirementCheck(all: expectations)))
  }

  mutating func constrain(_ constraint: Constraint, at place: Int) {
    guard !constraints.contains(where: { $0.constraint == constraint }) else { return }
    constraints.append((place, constraint))
  }

  mutating func assume(_ text: String) {
    if !assumptions.contains(text) { assumptions.append(text) }
  }

  mutating func ask(_ text: String) {
    if !questions.contains(text) { questions.append(text) }
  }

  /// Numbered in the order of the request.
  func brief(title: String) -> Brief {
    let lines = requirements.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    let limits = constraints.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
    return Brief(
      title: title,
      requirements: lines.enumerated().map { number, line in
        Requirement(id: "REQ-\(number + 1)", text: line.element.text, check: line.element.check)
      },
      constraints: limits.enumerated().map { number, limit in
        var constraint = limit.element.constraint
        constraint.id = "CON-\(number + 1)"
        return constraint
      },
      assumptions: assumptions, questions: questions)
  }
}
