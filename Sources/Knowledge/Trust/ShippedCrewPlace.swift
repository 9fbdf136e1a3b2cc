import FoundationEssentials

/// Where the crew that ships with the program lies.
package enum ShippedCrewPlace {
  /// In `CONSILIUM_HOME`, or in a folder above the executable; nil where there is none.
  /// - Parameter executable: the program that runs, as an absolute path.
  package static func find(environment: [String: String], executable: String) -> String? {
    var candidates: [String] = []
    if let home = environment["CONSILIUM_HOME"], !home.isEmpty { candidates.append(home) }
    var folder = URL(filePath: executable).deletingLastPathComponent()
    for _ in 0..<5 {
      candidates.append(folder.path(percentEncoded: false))
      folder = folder.deletingLastPathComponent()
    }
    return candidates.map { $0.hasSuffix("/") ? "\($0)agents.yaml" : "\($0)/agents.yaml" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }
}
