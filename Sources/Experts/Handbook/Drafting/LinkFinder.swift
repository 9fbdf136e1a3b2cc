import Basics
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
          && has(index, values: link.ifFrom)
      }
      let targets = components.indices.filter {
        components[$0].recipe.provides.contains(link.to) && has($0, values: link.ifTo)
      }
      for source in sources {
        let others = targets.filter {
          $0 != source && areMeant(source, with: $0) && !passes(from: $0, to: source, by: link.unlessSaid)
        }
        switch link.reach {
        case "nearest":
          if let target = subject(of: source, among: others) ?? nearest(to: source, among: others) {
            found.append(DraftPlan.Connection(link: link, from: source, to: target))
          }
        case "nearest-group":
          guard let target = nearest(to: source, among: others) else { continue }
          // What one wish asks for stands at one place.
          for other in others where place(other) == place(target) {
            found.append(DraftPlan.Connection(link: link, from: source, to: other))
          }
        case "said":
          found += others.filter { passes(from: source, to: $0, by: link.said) }.map {
            DraftPlan.Connection(link: link, from: source, to: $0)
          }
        case "nearest-source": continue
        default: found += others.map { DraftPlan.Connection(link: link, from: source, to: $0) }
        }
      }
      if link.reach == "nearest-source" {
        for target in targets {
          if let source = nearest(
            to: target, among: sources.filter { $0 != target && areMeant($0, with: target) })
          {
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

  /// Whether the request says by one of the verbs that something passes from the one to the other.
  private func passes(from: Int, to: Int, by verbs: Set<String>) -> Bool {
    guard !verbs.isEmpty, let source = components[from].intent, let target = components[to].intent else {
      return false
    }
    return intent.flows.contains {
      $0.from.contains(source) && $0.to.contains(target) && !$0.words.isDisjoint(with: verbs)
    }
  }

  /// Whether two may belong together: of things that are made in pairs each belongs to its own.
  private func areMeant(_ left: Int, with right: Int) -> Bool {
    allows(left, other: right) && allows(right, other: left)
  }

  private func allows(_ index: Int, other: Int) -> Bool {
    guard let own = components[index].intent, let partner = intent.components[own].partner,
      let there = components[other].intent,
      intent.components[there].recipe == intent.components[partner].recipe
    else { return true }
    return there == partner
  }

  /// What the request says the component watches.
  private func subject(of index: Int, among others: [Int]) -> Int? {
    guard let own = components[index].intent, let subject = intent.components[own].subject else { return nil }
    return others.first { components[$0].intent == subject }
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

  /// Whether a component has all of some values; what it has no parameter for does not count against it.
  private func has(_ index: Int, values: [String: JSONValue]) -> Bool {
    values.allSatisfy { name, value in components[index].choices[name].map { $0.value == value } ?? true }
  }
}
