import Basics

/// What a change opens and closes.
package struct ReachComparison: Sendable {
  /// Traffic that gets through after the change and did not before, with the decisions after it.
  package let opened: [Connection]
  /// Traffic that got through before and no longer does, with the decisions after the change where both ends still are.
  package let closed: [Connection]
  package let notes: [String]

  private struct Pair: Hashable {
    var network: String
    var from: Endpoint
    var to: Endpoint
  }

  /// Ranges of addresses are compared address by address, however each side splits them.
  package init(before: ReachReport, after: ReachReport) {
    let (old, new) = Self.aligned(before.connections, with: after.connections)
    opened = Self.more(in: new, than: old)
    closed = Self.more(in: old, than: new)
    notes = Array(Set(before.notes + after.notes)).sorted()
  }

  private static func more(in one: [Connection], than other: [Connection]) -> [Connection] {
    let there = Dictionary(
      other.map { (Pair(network: $0.network, from: $0.from, to: $0.to), $0.traffic) },
      uniquingKeysWith: { $0.union($1) })
    return one.compactMap { connection in
      let pair = Pair(network: connection.network, from: connection.from, to: connection.to)
      var added = connection
      added.traffic = connection.traffic.subtracting(there[pair] ?? .none)
      return added.traffic.isEmpty ? nil : added
    }
  }

  private static func aligned(
    _ left: [Connection], with right: [Connection]
  ) -> ([Connection], [Connection]) {
    let ranges = (left + right).flatMap { [$0.from, $0.to] }.filter { $0.kind == .addresses }
    let parts = AddressPartition(Set(ranges).compactMap { AddressRange(span: $0.name) }).parts
    func split(_ end: Endpoint) -> [Endpoint] {
      guard end.kind == .addresses, let whole = AddressRange(span: end.name) else { return [end] }
      return parts.filter(whole.contains).map { Endpoint(.addresses, name: $0.description) }
    }
    func split(_ connections: [Connection]) -> [Connection] {
      connections.flatMap { connection in
        split(connection.from).flatMap { from in
          split(connection.to).map { to in
            var part = connection
            part.from = from
            part.to = to
            return part
          }
        }
      }
    }
    return (split(left), split(right))
  }

  package var json: JSONValue {
    .object([
      JSONMember("opens", value: ReachReport(connections: opened, notes: []).json["connections"] ?? []),
      JSONMember("closes", value: ReachReport(connections: closed, notes: []).json["connections"] ?? []),
      JSONMember("notes", value: .array(notes.map { .string($0) })),
    ])
  }

  package var text: String {
    func lines(_ sign: String, of connections: [Connection]) -> [String] {
      connections.map { "\(sign) \($0.from.name) -> \($0.to.name): \($0.traffic) (in \($0.network))" }
    }
    let changes = lines("+", of: opened) + lines("-", of: closed)
    let all = changes.isEmpty ? ["The change opens and closes nothing."] : changes
    return (all + notes.map { "note: \($0)" }).joined(separator: "\n") + "\n"
  }
}
