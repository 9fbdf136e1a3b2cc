import Experts
import Vocabulary

/// Holds a model's brief against the request: every word that asks for something has to stand in a requirement or a constraint.
/// What the model left out is added as the handbook reads it, decided where it can be and open where it cannot.
struct BriefCompletion {
  let reader: RequestReader

  func completed(_ brief: Brief, of request: Request) -> Brief {
    let pieces = pieces(of: request)
    var complete = brief
    var numbers: [String: String] = [:]
    complete.placements = pieces.placements.map { piece in
      let words = content(piece.text)
      guard piece.place != .context, !words.isEmpty else { return piece }
      var placed = piece
      placed.lines = lines(of: brief, sharing: words)
      if !isTold(words, by: brief) {
        for line in piece.lines {
          guard let id = numbers[line] ?? add(line, from: pieces, to: &complete) else { continue }
          numbers[line] = id
          placed.lines.append(id)
        }
      }
      let isOpen = placed.lines.allSatisfy { id in
        complete.requirements.first { $0.id == id }?.kind == .notCovered
      }
      placed.place = isOpen ? .notCovered : placed.place == .notCovered ? .claim : placed.place
      return placed
    }
    return complete
  }

  private struct Pieces {
    var placements: [Placement]
    var requirements: [Requirement]
    var constraints: [Constraint]
  }

  /// The request as the handbook takes it apart; where it reads nothing at all, clause by clause.
  private func pieces(of request: Request) -> Pieces {
    do throws(ExpertError) {
      let brief = try reader.read(request).brief
      return Pieces(
        placements: brief.placements ?? [], requirements: brief.requirements, constraints: brief.constraints)
    } catch {
      // That the handbook cannot build it does not matter here: the model may.
      return clauses(of: RequestText(request.text))
    }
  }

  private func clauses(of request: RequestText) -> Pieces {
    var pieces = Pieces(placements: [], requirements: [], constraints: [])
    var marks = PlacementWriter(request: request)
    var start = 0
    for index in request.tokens.indices {
      let isLast = index + 1 == request.tokens.count
      guard isLast || request.tokens[index + 1].clause != request.tokens[index].clause else { continue }
      let words = request.words(start..<(index + 1))
      if !content(words).isEmpty {
        let id = "REQ-\(pieces.requirements.count + 1)"
        pieces.requirements.append(
          Requirement(
            id: id, text: words, kind: .notCovered,
            gap: Requirement.Gap(status: .unknown, reason: "The brief says nothing of it.")))
        marks.mark([start..<(index + 1)], place: .notCovered, line: id)
      }
      start = index + 1
    }
    pieces.placements = marks.placements
    return pieces
  }

  /// Words that ask for something.
  private func content(_ text: String) -> Set<String> {
    Set(RequestText(text).tokens.map(\.normal).filter { !reader.lexicon.ignored.contains($0) })
  }

  private func isTold(_ words: Set<String>, by brief: Brief) -> Bool {
    let told = brief.requirements.map(\.text) + brief.constraints.map(\.text)
    return words.isSubset(of: told.reduce(into: Set()) { $0.formUnion(content($1)) })
  }

  private func lines(of brief: Brief, sharing words: Set<String>) -> [String] {
    brief.requirements.filter { !content($0.text).isDisjoint(with: words) }.map(\.id)
      + brief.constraints.filter { !content($0.text).isDisjoint(with: words) }.map(\.id)
  }

  /// The id under which a line of the handbook's reading now stands in the brief.
  private func add(_ line: String, from pieces: Pieces, to brief: inout Brief) -> String? {
    if var requirement = pieces.requirements.first(where: { $0.id == line }) {
      requirement.id = "REQ-\(brief.requirements.count + 1)"
      brief.requirements.append(requirement)
      return requirement.id
    }
    guard var constraint = pieces.constraints.first(where: { $0.id == line }) else { return nil }
    let known = brief.constraints.first {
      $0.kind == constraint.kind && $0.value == constraint.value && $0.number == constraint.number
    }
    if let known { return known.id }
    constraint.id = "CON-\(brief.constraints.count + 1)"
    brief.constraints.append(constraint)
    return constraint.id
  }
}
