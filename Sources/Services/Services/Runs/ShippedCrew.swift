import FoundationEssentials

/// The crew that ships with the program, as something to start one's own from.
package struct ShippedCrew: Sendable {
  /// Why it could not be written.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  private static let parts = ["agents.yaml", "prompts"]
  private let source: URL

  /// Throws where no crew lies beside the program.
  package init(installation: Installation) throws(Failure) {
    guard let file = installation.shippedCrewFile else {
      throw Failure(
        description: "No shipped crew was found beside the program. Set CONSILIUM_HOME to its folder.")
    }
    source = URL(filePath: file).deletingLastPathComponent()
  }

  /// Copies it into a folder and gives the paths; touches nothing when any of them is there already.
  package func write(to folder: String) throws -> [String] {
    let target = URL(filePath: folder)
    for part in Self.parts
    where FileManager.default.fileExists(atPath: target.appending(path: part).path(percentEncoded: false)) {
      throw Failure(description: "\(folder)/\(part) is there already; nothing was written.")
    }
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    for part in Self.parts {
      try FileManager.default.copyItem(at: source.appending(path: part), to: target.appending(path: part))
    }
    return Self.parts.map { "\(folder)/\($0)" }
  }
}
