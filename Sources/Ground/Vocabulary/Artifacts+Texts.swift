extension [Artifact] {
  /// The texts of the files of a format by path; beside these its folder may hold texts that they read.
  package func texts(of format: ArtifactFormat) -> [String: String] {
    let own = filter { format.holds($0.path) && format.names($0.path) }
    return Dictionary(own.map { ($0.path, $0.content) }, uniquingKeysWith: { first, _ in first })
  }
}
