/// The language models: which are configured, reachable and priced, and whether one answers.
package struct ModelService: Sendable {
  private let installation: Installation
  private let crewFile: String

  /// - Parameter crewFile: nil for the installation's own.
  package init(installation: Installation, crewFile: String? = nil) {
    self.installation = installation
    self.crewFile = crewFile ?? installation.crewFile
  }

  /// Providers with their models, each provider asked for its list.
  package func list() async throws -> [ModelSurvey.Entry] {
    try await ModelSurvey(installation: installation, crewFile: crewFile).entries()
  }

  /// Makes one small streamed and one structured call.
  /// - Parameters:
  ///   - name: provider/model.
  ///   - allowsUnpriced: whether a model may be asked whose price nobody stated.
  package func test(_ name: String, allowsUnpriced: Bool) async throws -> [ModelTrial.Outcome] {
    try await ModelTrial(
      installation: installation, crewFile: crewFile, name: name, allowsUnpriced: allowsUnpriced
    ).outcomes()
  }
}
