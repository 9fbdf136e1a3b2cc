import Basics
import Foundation
import LanguageModels

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

  /// Takes over prices and context lengths in the layout of LiteLLM's `model_prices_and_context_window.json`; they go before
  /// those that ship, and replace what was imported before.
  /// - Parameters:
  ///   - file: the list.
  ///   - date: the day of the prices, `2026-01-31`; nil for today.
  package func importPrices(_ file: String, date: String?) throws -> ModelPriceImport {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: file))
    } catch {
      throw ModelError(
        .configuration, summary: "The list of prices cannot be read", detail: "\(file) cannot be read.")
    }
    let day = date ?? String(Date().formatted(.iso8601).prefix(10))
    let list = try ImportedModels(
      try JSONValue(parsing: Array(data)), providers: try ModelCatalog().providers, date: day)
    let target = URL(filePath: installation.modelPricesFile)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(list.table.utf8).write(to: target, options: .atomic)
    let models = Dictionary(grouping: list.models, by: \.name.provider).mapValues(\.count)
    return ModelPriceImport(models: models, leftOut: list.leftOut)
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
