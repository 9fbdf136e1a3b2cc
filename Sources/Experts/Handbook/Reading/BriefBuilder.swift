import Experts
import Basics
import Vocabulary

/// Collects what goes into the brief while the request is read, with the places each stands at.
struct BriefBuilder {
  private struct Line {
    var spans: [Range<Int>]
    var text: String
    var check: RequirementCheck?
    var kind: ClaimKind
    var gap: Requirement.Gap?

    var at: Int { spans.map(\.lowerBound).min() ?? 0 }
  }

  private var requirements: [Line] = []
  private var constraints: [(span: Range<Int>, constraint: Constraint)] = []
  private(set) var assumptions: [String] = []
  private(set) var questions: [String] = []
  /// Spans that only say what is liked better.
  private(set) var preferences: [Range<Int>] = []

  mutating func require(
    _ text: String, at spans: [Range<Int>], expectations: [ResourceExpectation], kind: ClaimKind,
    gap: Requirement.Gap? = nil
  ) {
    if let index = requirements.firstIndex(where: { $0.text == text && $0.spans == spans }) {
      let known = requirements[index].check?.all ?? []
      let all = known + expectations.filter { !known.contains($0) }
      requirements[index].check = all.isEmpty ? nil : RequirementCheck(all: all)
      requirements[index].gap = requirements[index].gap ?? gap
      return
    }
    // The same words again, of which nothing is known, are one line.
    if kind == .notCovered,
      let index = requirements.firstIndex(where: { $0.text == text && $0.kind == .notCovered })
    {
      requirements[index].spans += spans
      return
    }
    requirements.append(
      Line(
        spans: spans, text: text, check: expectations.isEmpty ? nil : RequirementCheck(all: expectations),
        kind: kind, gap: gap))
  }

  /// Enters a part of the request that nothing here is known to meet.
  mutating func leave(_ text: String, at span: Range<Int>, status: Coverage.Status, reason: String) {
    require(
      text, at: [span], expectations: [], kind: .notCovered,
      gap: Requirement.Gap(status: status, reason: reason))
  }

  /// Takes back what was said of words that turned out to be a part of something else.
  mutating func withdraw(_ tokens: Set<Int>) {
    requirements.removeAll { line in
      line.kind == .notCovered && !line.spans.isEmpty && line.spans.allSatisfy { tokens.isSuperset(of: $0) }
    }
  }

  /// Whether something in a stretch of the request is not covered.
  func isOpen(_ span: Range<Int>) -> Bool {
    requirements.contains { $0.kind == .notCovered && $0.spans.contains { $0.overlaps(span) } }
  }

  /// Leaves open what was to be shown by something being there, as more is asked of it than that.
  mutating func doubt(_ span: Range<Int>, reason: String) {
    for index in requirements.indices
    where requirements[index].kind == .exists && requirements[index].spans.contains(span) {
      leaveOpen(index, reason: reason)
    }
  }

  private mutating func leaveOpen(_ index: Int, reason: String) {
    requirements[index].kind = .notCovered
    requirements[index].check = nil
    requirements[index].gap = Requirement.Gap(status: .unknown, reason: reason)
  }

  /// Leaves properties open of which what stands right behind makes an exception that was not understood.
  /// - Parameter exception: the exception that a place behind a property begins; nil for none.
  mutating func doubtProperties(_ exception: (_ end: Int) -> Range<Int>?, reason: (Range<Int>) -> String) {
    for index in requirements.indices where [.property, .durability].contains(requirements[index].kind) {
      let ends = requirements[index].spans.map(\.upperBound)
      guard let span = ends.compactMap(exception).first, isOpen(span) else { continue }
      leaveOpen(index, reason: reason(span))
    }
  }

  mutating func constrain(_ constraint: Constraint, at span: Range<Int>) {
    guard !constraints.contains(where: { $0.constraint == constraint }) else { return }
    constraints.append((span, constraint))
  }

  mutating func prefer(_ span: Range<Int>) { preferences.append(span) }

  mutating func assume(_ text: String) {
    if !assumptions.contains(text) { assumptions.append(text) }
  }

  mutating func ask(_ text: String) {
    if !questions.contains(text) { questions.append(text) }
  }

  /// Whether some requirement stands for the words.
  func isCovered(_ span: Range<Int>) -> Bool {
    requirements.contains { $0.spans.contains { $0.overlaps(span) } }
      || constraints.contains { $0.span.overlaps(span) }
  }

  /// Every token that became a requirement, a constraint or a preference.
  var covered: Set<Int> {
    Set(
      requirements.flatMap { $0.spans.flatMap { $0 } } + constraints.flatMap { $0.span }
        + preferences.flatMap { $0 })
  }

  /// Numbered in the order of the request, with where each of its words went.
  func brief(title: String, request: RequestText) -> Brief {
    let lines = requirements.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
    let limits = constraints.enumerated().sorted {
      ($0.element.span.lowerBound, $0.offset) < ($1.element.span.lowerBound, $1.offset)
    }.map(\.element)
    var marks = PlacementWriter(request: request)
    for (number, line) in lines.enumerated() {
      marks.mark(
        line.spans, place: line.kind == .notCovered ? .notCovered : .claim, line: "REQ-\(number + 1)")
    }
    for (number, limit) in limits.enumerated() {
      marks.mark([limit.span], place: .constraint, line: "CON-\(number + 1)")
    }
    marks.mark(preferences, place: .preference, line: nil)
    return Brief(
      title: title,
      requirements: lines.enumerated().map { number, line in
        Requirement(
          id: "REQ-\(number + 1)", text: line.text, check: line.check, kind: line.kind, gap: line.gap)
      },
      constraints: limits.enumerated().map { number, limit in
        var constraint = limit.constraint
        constraint.id = "CON-\(number + 1)"
        return constraint
      },
      assumptions: assumptions, questions: questions, placements: marks.placements)
  }
}
