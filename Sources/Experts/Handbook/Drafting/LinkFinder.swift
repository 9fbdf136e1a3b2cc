import Experts

/// Finds which components belong together, from what they are and where the request mentions them.
struct LinkFinder {
  let book: RecipeBook
  let intent: Intent
  let components: [DraftPlan.Component]

  func pairs() -> [DraftPlan.Connection] {
    var found: [DraftPlan.Connection] = []
    for link in book.links {
      if !link.when.isEmpty, !link.when.contains(where: { intent.words.contains($0) }) { continue }
      if components.contains(where: { !Set($0.recipe.provides).isDisjoint(with: link.unless) }) { continue }
      let sources = components.indices.filter { index in
        components[index].recipe.provides.contains(link.from)
          && link.ifFrom.allSatisfy { components[index].choices[$0.key]?.value == $0.value }
      }
      let targets = components.indices.filter { components[$0].recipe.provides.contains(link.to) }
      for source in sources {
        let others = targets.filter { $0 != source }
        switch link.reach {
        case "nearest":
          if let target = nearest(to: source, among: others) {
            found.append(DraftPlan.Connection(link: link, from: source, to: target))
          }
        case "nearest-source": continue
        default: found += others.map { DraftPlan.Connection(link: link, from: source, to: $0) }
        }
      }
      if link.reach == "nearest-source" {
        for target in targets {
          if let source = nearest(to: target, among: sources.filter { $0 != target }) {
            found.append(DraftPlan.Connection(link: link, from: source, to: target))
          }
        }
      }
    }
    return found.filter { pair in
      pair.link.group.isEmpty
        || !found.contains { other in
          other.link.group == pair.link.group && other.from == pair.from
            && (distance(other.from, right: other.to), other.to) < (
              distance(pair.from, right: pair.to), pair.to
            )
        }
    }
  }

  private func nearest(to index: Int, among others: [Int]) -> Int? {
    others.min { (distance(index, right: $0), $0) < (distance(index, right: $1), $1) }
  }

  private func distance(_ left: Int, right: Int) -> Int {
    let first = place(left)
    let second = place(right)
    return abs(first - second)
  }

  private func place(_ index: Int) -> Int {
    guard let place = components[index].intent.flatMap({ intent.components[$0].spans.first?.lowerBound })
    else {
      return Int.max / 4
    }
    return place
  }
}
