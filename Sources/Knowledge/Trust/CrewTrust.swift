import Basics
import CrewFile
import Foundation
import SafeFiles

/// Decides which crew files are worked with. Loading one runs no code; being asked for money, keys and models does.
package struct CrewTrust: Sendable {
  package let places: ConfigurationPlaces
  /// What the person and the system allow.
  package let configuration: OwnConfiguration
  private let shipped: String?
  private let crews: TrustedCrews

  /// - Parameters:
  ///   - shipped: the crew file that ships; nil where there is none.
  /// - Throws: `DiagnosticsError` or `SafeFileError` where a configuration cannot be used.
  package init(places: ConfigurationPlaces, shipped: String?) throws {
    self.places = places
    self.shipped = shipped
    crews = TrustedCrews(places: places)
    configuration = try Self.configuration(places)
  }

  /// What the person says under what the system says.
  /// - Throws: `DiagnosticsError` with every mistake, `SafeFileError` where others may write the file.
  package static func configuration(_ places: ConfigurationPlaces) throws -> OwnConfiguration {
    func read(_ path: String, owner: OwnedFile) throws -> OwnConfiguration? {
      guard let bytes = try owner.contents() else { return nil }
      return try OwnConfiguration(String(decoding: bytes, as: UTF8.self), file: path)
    }
    let system = try read(places.systemFile, owner: OwnedFile(places.systemFile, owner: 0))
    let user = try read(places.userFile, owner: OwnedFile(places.userFile)) ?? OwnConfiguration()
    return system.map { user.under($0) } ?? user
  }

  /// The crew, where it may be worked with.
  /// - Parameters:
  ///   - prompts: the folder of the prompts of a project that has none of its own.
  ///   - keys: the variables with keys of the providers that are known.
  /// - Throws: `TrustError` where nobody trusted it or it names what it may not, `DiagnosticsError` with its mistakes.
  package func admitted(_ project: CrewProject, prompts: String, keys: [String]) throws -> TrustedCrew {
    let footprint = try CrewFootprint(project, prompts: prompts)
    let standing = try standing(of: footprint)
    var allowed = (variables: configuration.variables + keys, addresses: configuration.addresses)
    switch standing {
    case .shipped, .trusted: break
    case .own: allowed.variables += footprint.reach.destinations.flatMap(\.variables)
    case .changed, .unknown: throw Self.refusal(standing, footprint: footprint, name: project.agentsFile)
    }
    if let record = try crews.records().last(where: { $0.digest == footprint.digest }) {
      allowed.variables += record.variables
      allowed.addresses += record.addresses
    }
    try footprint.reach.check(
      variables: Set(allowed.variables), addresses: allowed.addresses, file: places.userFile)
    return TrustedCrew(file: footprint.file)
  }

  /// Whether what lies beside a crew file may decide what is valid and priced.
  /// - Throws: `TrustError` where nobody trusted it; nothing where there is no such knowledge.
  package func checkKnowledge(_ project: CrewProject, prompts: String) throws {
    let footprint = try CrewFootprint(project, prompts: prompts)
    guard !footprint.knowledge.counts.isEmpty else { return }
    switch try standing(of: footprint) {
    case .shipped, .own, .trusted: return
    case let standing: throw Self.refusal(standing, footprint: footprint, name: project.agentsFile)
    }
  }

  /// What a crew file is worth here.
  package func standing(of crew: CrewFootprint) throws -> CrewStanding {
    if let shipped {
      let path = URL(filePath: shipped).standardizedFileURL.resolvingSymlinksInPath().path(
        percentEncoded: false)
      if path == crew.path { return .shipped }
      let folder = URL(filePath: path).deletingLastPathComponent().appending(path: "prompts")
      if FileManager.default.fileExists(atPath: path),
        try CrewFootprint(.file(path), prompts: folder.path(percentEncoded: false)).digest == crew.digest
      {
        return .shipped
      }
    }
    let own = URL(filePath: places.userFolder).standardizedFileURL.resolvingSymlinksInPath()
    if crew.path.hasPrefix("\(own.path(percentEncoded: false))/") {
      _ = try OwnedFile(crew.path).contents()
      return .own
    }
    let records = try crews.records()
    if let record = records.last(where: { $0.digest == crew.digest }) { return .trusted(record) }
    return records.last { $0.path == crew.path }.map { .changed($0) } ?? .unknown
  }

  /// Trusts a crew as it is now.
  /// - Parameters:
  ///   - variables: that it may name besides the keys of known providers.
  ///   - addresses: in clear text that it may ask.
  package func trust(
    _ crew: CrewFootprint, variables: [String], addresses: [String], at time: Date
  ) throws {
    try crews.add(
      TrustedCrewRecord(
        digest: crew.digest, time: time.ISO8601Format(), variables: variables, addresses: addresses,
        path: crew.path))
  }

  private static func refusal(
    _ standing: CrewStanding, footprint: CrewFootprint, name: String
  ) -> TrustError {
    let why =
      if case .changed(let record) = standing {
        "It was changed since it was trusted on \(record.time.prefix(10))."
      } else { "Nobody trusted it on this machine." }
    let brings = footprint.knowledge.counts.map { "brings \($0.files) files in \($0.folder)/" }
    let does = (footprint.reach.lines + brings).joined(separator: "; ")
    return TrustError(
      .untrusted, summary: "The crew file is not trusted",
      detail:
        "\(name) is neither the one that ships nor your own. \(why)\(does.isEmpty ? "" : " It \(does).") Nothing was sent or read. If it is meant: consilium trust \(name)"
    )
  }
}
