import Basics
import Reach
import ResourceGraph

/// What a change of resources opens and closes in the networks of the clouds.
package struct NetworkChange: Sendable {
  /// One way that is new or gone, with all addresses of the internet that have it alike as one end.
  package struct Way: Sendable, Hashable {
    package let from: String
    package let to: String
    /// `TCP 443`, `everything`.
    package let traffic: String
    /// How many addresses of the internet may newly connect, or no longer; zero between two that stand in networks, and for ways out.
    package let addresses: Int
  }

  package let opened: [Way]
  package let closed: [Way]
  /// What bears on the answer and is not known.
  package let notes: [String]

  /// Nil where nothing before or after has a place in a network that a book knows.
  package init?(before: ResourceGraph, after: ResourceGraph, books: [NetworkBook]) {
    let relevant = books.filter { book in
      (before.resources + after.resources).contains { book.knows($0.type) }
    }
    guard !relevant.isEmpty else { return nil }
    let comparisons = relevant.map { book in
      ReachComparison(
        before: ReachReport(CloudReach(before, book: book), filter: ReachFilter()),
        after: ReachReport(CloudReach(after, book: book), filter: ReachFilter()))
    }
    opened = Self.ways(comparisons.flatMap(\.opened))
    closed = Self.ways(comparisons.flatMap(\.closed))
    notes = comparisons.flatMap(\.notes)
  }

  private struct Key: Hashable {
    let workload: String
    let isIncoming: Bool
    let traffic: String
  }

  /// Ways in from the internet first, then those between workloads, then those out.
  private static func ways(_ connections: [Connection]) -> [Way] {
    var ranges: [Key: [AddressRange]] = [:]
    var inside: [Way] = []
    for connection in connections {
      let traffic = connection.traffic.description
      let ends = [(connection.from, false), (connection.to, true)]
      if let (end, isTarget) = ends.first(where: { $0.0.kind == .addresses }),
        let range = AddressRange(span: end.name)
      {
        let workload = isTarget ? connection.from.name : connection.to.name
        ranges[Key(workload: workload, isIncoming: !isTarget, traffic: traffic), default: []].append(range)
      } else {
        inside.append(
          Way(from: connection.from.name, to: connection.to.name, traffic: traffic, addresses: 0))
      }
    }
    let outside = ranges.map { key, ranges in
      let count = ranges.reduce(0) { $0 + Int($1.size) + 1 }
      let name = Self.name(ranges, count: count)
      return key.isIncoming
        ? Way(from: name, to: key.workload, traffic: key.traffic, addresses: count)
        : Way(from: key.workload, to: name, traffic: key.traffic, addresses: 0)
    }
    func sorted(_ ways: [Way]) -> [Way] {
      ways.sorted { ($0.to, $0.from, $0.traffic) < ($1.to, $1.from, $1.traffic) }
    }
    return sorted(outside.filter { $0.addresses > 0 }) + sorted(inside)
      + sorted(outside.filter { $0.addresses == 0 })
  }

  /// How many ranges are named one by one.
  private static let namedRanges = 3

  /// More than half of all IPv4 addresses is *the internet*, however rules split it.
  private static func name(_ ranges: [AddressRange], count: Int) -> String {
    if count > Int(UInt32.max) / 2 { return "the internet" }
    let named = ranges.sorted { $0.first < $1.first }.prefix(namedRanges).map {
      $0.size == 0 ? String($0.description.prefix { $0 != "-" }) : $0.description
    }
    let rest = ranges.count - named.count
    return named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more ranges" : "")
  }
}
