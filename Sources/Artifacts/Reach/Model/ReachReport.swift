import Basics

/// Who reaches whom, for people and programs.
package struct ReachReport: Sendable {
  package var connections: [Connection]
  /// What bears on the answer and is not modelled, in full sentences.
  package var notes: [String]

  package init(connections: [Connection], notes: [String]) {
    self.connections = connections
    self.notes = notes
  }

  /// - Parameter port: nil for every port.
  package init(_ model: some NetworkModel, filter: ReachFilter, port: Int? = nil) {
    let asksForOne = filter.from != nil && filter.to != nil
    var found = asksForOne ? model.passages(filter) : model.passages(filter).filter { !$0.traffic.isEmpty }
    if let port {
      let wanted = Traffic.port(port)
      for index in found.indices { found[index].traffic = found[index].traffic.intersection(wanted) }
      if !asksForOne { found.removeAll { $0.traffic.isEmpty } }
      for index in found.indices {
        found[index].via = found[index].via.compactMap { hop in
          var hop = hop
          hop.traffic = hop.traffic.intersection(wanted)
          return hop.traffic.isEmpty ? nil : hop
        }
      }
    }
    self.init(connections: found, notes: model.notes)
  }

  /// `{connections: [{from, to, network, protocol, ports, via}], notes}`, one entry for each protocol; `all` where every
  /// port of every protocol gets through, `none` where nothing does.
  package var json: JSONValue {
    .object([
      JSONMember("connections", value: .array(connections.flatMap(Self.entries))),
      JSONMember("notes", value: .array(notes.map { .string($0) })),
    ])
  }

  private static func entries(_ connection: Connection) -> [JSONValue] {
    func entry(_ transport: String, ports: String) -> JSONValue {
      .object([
        JSONMember("from", value: .string(connection.from.name)),
        JSONMember("to", value: .string(connection.to.name)),
        JSONMember("network", value: .string(connection.network)),
        JSONMember("protocol", value: .string(transport)),
        JSONMember("ports", value: .string(ports)),
        JSONMember("via", value: .array(connection.via.map(hop))),
      ])
    }
    let traffic = connection.traffic
    if traffic.isAll { return [entry("all", ports: "all")] }
    if traffic.isEmpty { return [entry("none", ports: "none")] }
    return TransportProtocol.allCases.filter { !traffic[$0].isEmpty }.map {
      entry($0.rawValue, ports: traffic[$0].description)
    }
  }

  private static func hop(_ hop: Hop) -> JSONValue {
    var members = [
      JSONMember("stage", value: .string(hop.stage)), JSONMember("rule", value: .string(hop.rule)),
      JSONMember("verdict", value: .string(hop.verdict.rawValue)),
      JSONMember("traffic", value: .string(hop.traffic.description)),
    ]
    if let range = hop.range { members.append(JSONMember("at", value: .string(range.description))) }
    return .object(members)
  }

  /// One line for each connection and one, indented, for each decision on its way.
  package var text: String {
    var lines: [String] = []
    var network: String?
    for connection in connections {
      if connection.network != network {
        network = connection.network
        lines.append("In \(connection.network):")
      }
      let arrow = connection.traffic.isEmpty ? "-x-" : "->"
      lines.append(
        "  \(connection.from.name) \(arrow) \(connection.to.name): \(connection.traffic)")
      lines += connection.via.map { "      \($0)" }
    }
    if connections.isEmpty { lines.append("Nobody reaches anybody of those asked for.") }
    lines += notes.map { "note: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
