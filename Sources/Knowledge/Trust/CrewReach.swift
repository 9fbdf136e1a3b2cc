import Basics
import CrewFile
import Foundation

/// What a crew file would reach and read: shown to whoever is to trust it, and held against what may be reached and read.
package struct CrewReach: Hashable, Sendable {
  /// One entry under `models:` or `mcp:` that says where something is sent.
  package struct Destination: Hashable, Sendable {
    /// `provider`, `provider/model`, or the name of a server of tools.
    package let model: String
    /// Nil for the provider's own address, and for a program.
    package let address: String?
    /// A program that is started, with its arguments; empty for what is asked.
    package let program: [String]
    /// The variables of the environment that are sent there.
    package let variables: [String]
    package let range: SourceRange
  }

  package let destinations: [Destination]

  package init(_ models: [ModelDefinition], servers: [ToolServerDefinition] = []) {
    destinations =
      models.filter { !$0.keyCommand.isEmpty }.map { model in
        Destination(
          model: model.name, address: nil, program: model.keyCommand, variables: [], range: model.range)
      }
      + models.compactMap { model in
        let inHeaders = model.headers.flatMap { Self.variables(in: $0.value) }
        let variables = (model.keyVariable.map { [$0] } ?? []) + inHeaders
        guard model.baseURL != nil || !variables.isEmpty else { return nil }
        return Destination(
          model: model.name, address: model.baseURL, program: [], variables: variables, range: model.range)
      } + servers.map(Self.destination)
  }

  private static func destination(_ server: ToolServerDefinition) -> Destination {
    let variables = server.variables + (server.tokenVariable.map { [$0] } ?? [])
    switch server.place {
    case .program(let words):
      return Destination(
        model: server.name, address: nil, program: words, variables: variables, range: server.range)
    case .address(let address):
      return Destination(
        model: server.name, address: address, program: [], variables: variables, range: server.range)
    }
  }

  /// A line for each destination.
  package var lines: [String] {
    destinations.map { destination in
      if !destination.program.isEmpty {
        let given = destination.variables.map { "$\($0)" }.joined(separator: ", ")
        return "starts `\(destination.program.joined(separator: " "))` as '\(destination.model)'"
          + (given.isEmpty ? "" : " and gives it the value of \(given)")
      }
      let address = destination.address ?? "the address of \(destination.model)"
      let sent = destination.variables.map { "$\($0)" }.joined(separator: ", ")
      return "asks \(address) as '\(destination.model)'"
        + (sent.isEmpty ? "" : " and sends it the value of \(sent)")
    }
  }

  /// Holds each destination against what may be reached and read.
  /// - Parameters:
  ///   - variables: those that may be named.
  ///   - addresses: those in clear text that may be asked.
  ///   - file: where the person may allow more.
  /// - Throws: `TrustError` with the first that may not.
  func check(variables: Set<String>, addresses: [String], file: String) throws(TrustError) {
    for destination in destinations {
      for variable in destination.variables where !variables.contains(variable) {
        throw TrustError(
          .variable, summary: "A variable that a crew file may not name",
          detail:
            "\(destination.range): '\(destination.model)' would send $\(variable) away, which is not a key of a provider that is known. If it is meant, allow it by name: consilium trust \(destination.range.file) --variable \(variable) (or under 'variables:' in \(file))."
        )
      }
      guard let address = destination.address, Self.isOpen(address),
        !addresses.contains(where: {
          Self.covers($0, address: address)
        })
      else { continue }
      throw TrustError(
        .address, summary: "An address in clear text",
        detail:
          "\(destination.range): '\(destination.model)' would be asked at \(address) without encryption. Use https://, or allow it: consilium trust \(destination.range.file) --address \(Self.origin(address)) (or under 'addresses:' in \(file))."
      )
    }
  }

  /// The names after each `$`, as a header's value has them.
  private static func variables(in value: String) -> [String] {
    guard value.hasPrefix("$") else { return [] }
    return [value.filter { !"${}".contains($0) }]
  }

  /// Whether what is sent there can be read on the way.
  private static func isOpen(_ address: String) -> Bool {
    guard let url = URL(string: address), url.scheme?.lowercased() == "https" else {
      guard let host = URL(string: address)?.host()?.lowercased() else { return true }
      return !["127.0.0.1", "localhost", "::1", "[::1]"].contains(host)
    }
    return false
  }

  private static func covers(_ allowed: String, address: String) -> Bool {
    origin(allowed) == origin(address)
  }

  /// Scheme, host and port.
  private static func origin(_ address: String) -> String {
    guard let url = URL(string: address), let scheme = url.scheme, let host = url.host() else {
      return address
    }
    return "\(scheme.lowercased())://\(host.lowercased())\(url.port.map { ":\($0)" } ?? "")"
  }
}
