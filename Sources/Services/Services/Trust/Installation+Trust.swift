import CrewFile
import LanguageModels
import Trust

extension Installation {
  /// Decides which crew files are worked with.
  /// - Throws: where the person's or the system's configuration cannot be used.
  func trust() throws -> CrewTrust {
    try CrewTrust(places: configurationPlaces, shipped: shippedCrewFile)
  }

  /// The crew of a file or a project, where it may be worked with.
  /// - Throws: `TrustError` where nobody trusted it, `DiagnosticsError` with every mistake in it.
  func crew(_ project: CrewProject) throws -> TrustedCrew {
    let keys = try ModelCatalog().providers.flatMap(\.keyVariables)
    return try trust().admitted(project, prompts: shippedPrompts, keys: keys)
  }

  /// As above, for a crew file.
  func crew(_ path: String) throws -> TrustedCrew { try crew(.file(path)) }
}
