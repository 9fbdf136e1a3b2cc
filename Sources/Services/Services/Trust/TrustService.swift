import CrewFile
import Foundation
import Trust

/// Which crew files a person trusts: shown with what they would reach and read, trusted as they are, and taken back.
package struct TrustService: Sendable {
  private let installation: Installation

  package init(installation: Installation) {
    self.installation = installation
  }

  /// What a crew would reach, and what it is worth here.
  /// - Parameter path: a crew file or a project's folder.
  /// - Throws: `DiagnosticsError` with every mistake in it.
  package func look(at path: String) throws -> CrewTrusting {
    let trust = try installation.trust()
    let crew = try CrewFootprint(try CrewProject(at: path), prompts: installation.shippedPrompts)
    return Self.description(crew, standing: try trust.standing(of: crew))
  }

  /// Trusts a crew as it is now, until a byte of it changes.
  /// - Parameters:
  ///   - variables: that it may name besides the keys of known providers.
  ///   - addresses: in clear text that it may ask.
  package func trust(_ path: String, variables: [String], addresses: [String]) throws -> CrewTrusting {
    let trust = try installation.trust()
    let crew = try CrewFootprint(try CrewProject(at: path), prompts: installation.shippedPrompts)
    let standing = try trust.standing(of: crew)
    try trust.trust(crew, variables: variables, addresses: addresses, at: Date())
    return Self.description(crew, standing: standing)
  }

  /// Takes a person's trust back; false where nobody had given it.
  package func distrust(_ path: String) throws -> Bool {
    let url = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath()
    return try TrustedCrews(places: installation.configurationPlaces)
      .remove(path: url.path(percentEncoded: false))
  }

  /// Every crew that is trusted, as its path, digest and day.
  package func list() throws -> [TrustedCrewRecord] {
    try TrustedCrews(places: installation.configurationPlaces).records()
  }

  private static func description(_ crew: CrewFootprint, standing: CrewStanding) -> CrewTrusting {
    let word =
      switch standing {
      case .shipped: "shipped"
      case .own: "own"
      case .trusted: "trusted"
      case .changed: "changed"
      case .unknown: "unknown"
      }
    return CrewTrusting(
      path: crew.path, digest: crew.digest, standing: word, reach: crew.reach.lines,
      brings: crew.knowledge.counts.map { "\($0.files) files in \($0.folder)/" }, ignored: crew.file.unheeded)
  }
}
