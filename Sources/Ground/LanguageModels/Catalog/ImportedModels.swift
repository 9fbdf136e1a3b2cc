import Basics
import FoundationEssentials
import Tables

/// Prices and context lengths that a person brought, in the layout of LiteLLM's `model_prices_and_context_window.json`.
package struct ImportedModels: Sendable {
  package let models: [KnownModel]
  /// Entries of providers that are not known here, without a price, or of models that do not converse.
  package let leftOut: Int

  /// - Parameters:
  ///   - list: LiteLLM's list.
  ///   - date: the day of the prices, `2026-01-31`.
  /// - Throws: `ModelError` where it is no such list.
  package init(_ list: JSONValue, providers: [KnownProvider], date: String) throws(ModelError) {
    guard let entries = list.object else {
      throw Self.unreadable("it is no object with an entry for each model")
    }
    models = entries.compactMap { Self.model($0, providers: providers, date: date) }
    leftOut = entries.count - models.count
    if models.isEmpty {
      throw Self.unreadable(
        "none of its \(entries.count) entries is a model with a price of a provider that is known")
    }
  }

  private static func model(_ entry: JSONMember, providers: [KnownProvider], date: String) -> KnownModel? {
    let value = entry.value
    guard ["chat", "responses", "completion"].contains(value["mode"]?.string ?? "chat"),
      let listed = value["litellm_provider"]?.string,
      let provider = providers.first(where: { $0.priceListNames.contains(listed) }),
      let input = perMillion(value["input_cost_per_token"]),
      let output = perMillion(value["output_cost_per_token"])
    else { return nil }
    var model = entry.key
    if model.hasPrefix("\(listed)/") { model.removeFirst(listed.utf8.count + 1) }
    guard !model.isEmpty, !model.contains(where: \.isWhitespace) else { return nil }
    return KnownModel(
      name: ModelName(provider: provider.name, model: model),
      price: ModelPrice(
        input: input, output: output, cachedInput: perMillion(value["cache_read_input_token_cost"])),
      contextLength: contextLength(value), date: date)
  }

  /// US dollars for a million tokens; nil where there is no number from 0 up.
  private static func perMillion(_ value: JSONValue?) -> Double? {
    guard let dollars = value?.double, dollars.isFinite, dollars >= 0, dollars < 1 else { return nil }
    return (dollars * 1e12).rounded() / 1e6
  }

  /// Where longer prompts cost more (`input_cost_per_token_above_200k_tokens`), the model is taken for one that reads no more
  /// than what costs the price it has.
  private static func contextLength(_ value: JSONValue) -> Int? {
    let stated = (value["max_input_tokens"] ?? value["max_tokens"])?.integer
    let steps = (value.object ?? []).compactMap { member -> Int? in
      guard !member.value.isNull, let mark = member.key.firstRange(of: "_above_") else { return nil }
      return Int(member.key[mark.upperBound...].prefix { $0.isNumber }).map { $0 * 1000 }
    }
    return ([stated].compactMap { $0 } + steps).filter { $0 > 0 }.min()
  }

  private static let columns = ["provider", "model", "input", "cached_input", "output", "context", "date"]

  /// The list as `read(_:)` takes it.
  package var table: String {
    let rows = models.map { model in
      [
        model.name.provider, model.name.model, "\(model.price.input)",
        model.price.cachedInput.map { "\($0)" } ?? "", "\(model.price.output)",
        model.contextLength.map { "\($0)" } ?? "", model.date,
      ].map { $0.contains(",") || $0.contains("\"") ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0 }
        .joined(separator: ",")
    }
    return ([Self.columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
  }

  /// What was imported; nothing where nothing was.
  /// - Throws: `ModelError` where the file is damaged.
  package static func read(_ path: String) throws(ModelError) -> [KnownModel] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    let table: CSVTable
    do {
      table = try CSVTable(data)
    } catch {
      throw unreadable("\(path): \(error)")
    }
    guard table.columns.count == columns.count else { throw unreadable("\(path) has other columns") }
    return try table.rows.map { row throws(ModelError) in
      let cells = row.cells
      guard let input = Double(finite: cells[2]), let output = Double(finite: cells[4]), input >= 0,
        output >= 0
      else { throw unreadable("\(path) has a row without a price: import it again") }
      return KnownModel(
        name: ModelName(provider: cells[0], model: cells[1]),
        price: ModelPrice(input: input, output: output, cachedInput: Double(finite: cells[3])),
        contextLength: Int(cells[5]), date: cells[6])
    }
  }

  private static func unreadable(_ why: String) -> ModelError {
    ModelError(
      .configuration, summary: "The list of prices cannot be read",
      detail: "\(why). What is read is LiteLLM's model_prices_and_context_window.json.")
  }
}
