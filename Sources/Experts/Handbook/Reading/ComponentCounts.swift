import Basics
import Experts
import Vocabulary

/// How many resources each wish has to find. Wishes for the same kind of thing are counted together: where two servers and a
/// bastion are asked for, there are three instances and not four, for the person who said "two".
struct ComponentCounts {
  private struct Entry {
    let group: Int
    let key: String
    var expectation: ResourceExpectation
    /// What cannot be too many, where that is not what is counted.
    let companions: String?
  }

  private var entries: [Entry] = []
  /// Groups of which an exact number is asked beside a bound for the same kind of thing.
  private var mixed: Set<Int> = []

  init(_ builder: IntentBuilder) throws(ExpertError) {
    var totals: [String: Int] = [:]
    /// Whether some number is a bound, or there may be more for another reason.
    var bounded: Set<String> = []
    var exact: Set<String> = []
    for group in builder.groups {
      guard let first = group.first else { continue }
      let component = builder.components[first]
      let context = try builder.context(of: first)
      for check in try builder.checks(of: first) {
        var expectation = try check.expectation(context)
        let key =
          "\(component.recipe) \(check.types.joined(separator: " ")) \(expectation.condition ?? "")"
        expectation.minimum = expectation.minimum.addingSaturated(
          totals[key, default: 0] + (component.wanted ?? group.count) - 1)
        totals[key] = expectation.minimum
        if expectation.maximum != nil || (component.counted ?? "=") != "=" { bounded.insert(key) }
        if component.counted == "=" { exact.insert("\(first) \(key)") }
        if let own = check.companions { expectation.condition = "\(own) || undecided()" }
        entries.append(
          Entry(group: first, key: key, expectation: expectation, companions: check.companions))
      }
    }
    for index in entries.indices {
      let key = entries[index].key
      // A bound lets there be more of the one, which must not stand for the other.
      if bounded.contains(key), exact.contains("\(entries[index].group) \(key)"),
        entries.contains(where: { $0.key == key && $0.group != entries[index].group })
      {
        mixed.insert(entries[index].group)
      }
      guard exact.contains("\(entries[index].group) \(key)"), !bounded.contains(key) else { continue }
      guard let own = entries[index].companions else {
        // Where one of all is missing it cannot be told whose it is.
        entries[index].expectation.minimum = max(entries[index].expectation.minimum, totals[key] ?? 0)
        entries[index].expectation.maximum = totals[key]
        continue
      }
      let most = ResourceExpectation(
        types: entries[index].expectation.types, condition: own, minimum: 0, maximum: totals[key])
      entries.append(Entry(group: entries[index].group, key: key, expectation: most, companions: nil))
    }
  }

  /// Why the number of a group cannot be decided; nil where it can.
  func gap(of first: Int) -> Requirement.Gap? {
    guard mixed.contains(first) else { return nil }
    return Requirement.Gap(
      status: .unknown,
      reason: "Another wish lets there be more of the same kind, and which is which cannot be told apart.")
  }

  /// Of the group of components that begins with one.
  func expectations(of first: Int) -> [ResourceExpectation] {
    entries.filter { $0.group == first }.map(\.expectation)
  }
}
