import Basics
import Foundation
import StrictYAML
import Tables

/// The providers and models that ship with the program.
package struct ModelCatalog: Sendable {
  package let providers: [KnownProvider]
  package let models: [KnownModel]

  /// - Parameter imported: what the person brought of other prices; goes before what ships.
  /// - Throws: where the data does not come with the program or is damaged.
  package init(imported: [KnownModel] = []) throws(ModelError) {
    providers = try Self.known()
    models =
      imported
      + (try Self.rows("models", columns: 7).map { row throws(ModelError) in
        guard let input = Double(row[2]), let output = Double(row[4]) else {
          throw Self.damaged("models.csv")
        }
        return KnownModel(
          name: ModelName(provider: row[0], model: row[1]),
          price: ModelPrice(input: input, output: output, cachedInput: Double(row[3])),
          contextLength: Int(row[5]),
          date: row[6])
      })
  }

  private static func known() throws(ModelError) -> [KnownProvider] {
    let document: JSONValue
    do {
      let file = try ProgramData.folder(of: "LanguageModels").appending(path: "Data/providers.yaml")
      document = try StrictYAML.document(
        String(decoding: Data(contentsOf: file), as: UTF8.self), file: "providers.yaml"
      ).json
    } catch {
      throw ModelError(.configuration, summary: "The list of providers cannot be read", detail: "\(error)")
    }
    let rows = document.array ?? []
    let known = rows.compactMap { KnownProvider($0) }
    guard !known.isEmpty, known.count == rows.count else { throw damaged("providers.yaml") }
    return known
  }

  package func provider(_ name: String) -> KnownProvider? { providers.first { $0.name == name } }

  /// What is known of a model; a row for every model of a provider counts only on this machine.
  package func model(_ name: ModelName, isLocal: Bool) -> KnownModel? {
    models.first { $0.name == name }
      ?? (isLocal ? models.first { $0.name.provider == name.provider && $0.name.model == "*" } : nil)
  }

  /// The one provider whose model has this name, for names without a provider.
  package func name(ofModel model: String) -> ModelName? {
    let found = models.filter { $0.name.model == model }
    return found.count == 1 ? found.first?.name : nil
  }

  private static func rows(_ name: String, columns: Int) throws(ModelError) -> [[String]] {
    let table: CSVTable
    do {
      let file = try ProgramData.folder(of: "LanguageModels").appending(path: "Data/\(name).csv")
      table = try CSVTable(Data(contentsOf: file))
    } catch {
      throw ModelError(.configuration, summary: "The list of \(name) cannot be read", detail: "\(error)")
    }
    guard table.columns.count == columns else { throw damaged("\(name).csv") }
    return table.rows.map(\.cells)
  }

  private static func damaged(_ name: String) -> ModelError {
    ModelError(
      .configuration, summary: "A list of models or providers cannot be read",
      detail: "'\(name)' does not come with this program as it should.")
  }
}
