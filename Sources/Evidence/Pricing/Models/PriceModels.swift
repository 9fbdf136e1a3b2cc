import Basics
import Clouds
import FoundationEssentials
import HCL
import Synchronization
import Tables

/// The price models of one provider's resource types, and the types that cost nothing by themselves.
struct PriceModels: Sendable {
  private(set) var models: [String: PriceModel] = [:]
  private(set) var free: Set<String> = []
  /// In the order of their declaration: each may call those before it.
  private(set) var functions: [ModelFunction] = []
  /// Tables that all models of the provider may use.
  private(set) var tables: [String: Value] = [:]

  /// The models of a cloud's pack, read when first asked for; none where it has none.
  static func builtIn(_ provider: String) throws -> PriceModels {
    guard let cloud = CloudCatalog.current[provider] else { return PriceModels() }
    let result = read.withLock { read in
      if let known = read[cloud] { return known }
      let result = Result {
        try PriceModels(
          files: try cloud.files(in: .priceModels, endingIn: ".hcl"),
          own: try CloudCatalog.current.own.priceModels(),
          tables: try cloud.files(in: .tables, endingIn: ".csv"))
      }
      read[cloud] = result
      return result
    }
    return try result.get()
  }

  private static let read = Mutex<[Cloud: Result<PriceModels, any Error>]>([:])

  /// The provider of a resource type; nil where none is known to the price book.
  static func provider(of resource: String) -> String? { CloudCatalog.current.cloud(ofType: resource)?.id }

  /// The model of a type; nil where there is none, and where the models are broken, which an `Estimator` reports.
  static func model(of type: String) -> PriceModel? {
    guard let provider = provider(of: type),
      case .success(let models) = Result(catching: { try builtIn(provider) })
    else { return nil }
    return models.models[type]
  }

  init() {}

  /// Reads files; functions and tables of all files come before the models of any.
  /// - Parameters:
  ///   - own: files of one's own, whose models go before the others.
  ///   - tables: tables of the pack, which models see by the name of the file: a row by its first column.
  init(files: [URL], own: [URL] = [], tables: [URL] = []) throws {
    for url in tables {
      self.tables[url.deletingPathExtension().lastPathComponent] = try Self.table(url)
    }
    func read(_ url: URL) throws -> HCLFile {
      HCLFile(path: url.lastPathComponent, text: try String(contentsOf: url, encoding: .utf8))
    }
    let files = try files.map(read)
    let own = try own.map(read)
    for file in files + own {
      if let fault = file.diagnostics.first {
        throw PricingError(.badModel, summary: "The price models cannot be read", detail: "\(fault)")
      }
      for block in file.body.blocks("tables") { try readTables(block) }
      for block in file.body.blocks("function") {
        let function = try Self.function(block)
        try check(function.result)
        functions.append(function)
      }
    }
    for file in own { try readModels(file.body) }
    let replaced = Set(models.keys).union(free)
    for file in files { try readModels(file.body, except: replaced) }
  }

  private static func table(_ url: URL) throws -> Value {
    do {
      let table = try CSVTable(Data(contentsOf: url))
      let rows = table.rows.map { row in
        (
          row.cells[0],
          Value.object(Dictionary(zip(table.columns, row.cells.map { .string($0) })) { first, _ in first })
        )
      }
      return .object(Dictionary(rows) { first, _ in first })
    } catch let fault as CSVFault {
      throw PricingError(
        .badModel, summary: "A table of a cloud's pack is broken",
        detail: "\(url.lastPathComponent):\(fault.line): \(fault)")
    }
  }

  /// Refuses calls of functions that are not there, which would price something as unknown.
  private func check(_ expression: HCLExpression) throws {
    let known = Set(functions.map(\.name) + PriceFunctions.names + Function.names + ["try", "can"])
    for call in expression.calls where !known.contains(call.name) {
      throw PricingError(
        .badModel, summary: "A price model calls an unknown function",
        detail: "\(call.nameRange): \(call.name)")
    }
  }

  private mutating func readTables(_ block: Block) throws {
    for attribute in block.body.attributes {
      var evaluator = Evaluator(scope: Scope(variables: tables))
      tables[attribute.name] = evaluator.evaluate(attribute.value)
      try Self.refuse(evaluator.diagnostics)
    }
  }

  private mutating func readModels(_ body: Body, except replaced: Set<String> = []) throws {
    if let list = body.attribute("free") {
      var evaluator = Evaluator(scope: Scope())
      let names = evaluator.evaluate(list.value).elements?.compactMap(\.text) ?? []
      free.formUnion(names.filter { !replaced.contains($0) })
    }
    for block in body.blocks("resource") {
      let model = try model(block)
      for type in block.labels where !replaced.contains(type) {
        guard models[type] == nil, !free.contains(type) else {
          throw PricingError(
            .badModel, summary: "A price model is there twice", detail: "\(block.headerRange): \(type)")
        }
        models[type] = model
      }
    }
  }

  private func model(_ block: Block) throws -> PriceModel {
    var evaluator = Evaluator(scope: Scope(variables: tables))
    guard let components = block.body.attribute("components") else {
      throw PricingError(
        .badModel, summary: "A price model is not complete", detail: "\(block.headerRange) needs components.")
    }
    let keys = block.body.attribute("usage").map { evaluator.evaluate($0.value).elements ?? [] } ?? []
    let synthetic = block.body.attribute("synthetic").map { evaluator.evaluate($0.value) }
    try Self.refuse(evaluator.diagnostics)
    for attribute in block.body.attributes { try check(attribute.value) }
    let locals = block.body.attributes.filter { !["usage", "components", "synthetic"].contains($0.name) }
    return PriceModel(
      usage: UsageKeys(keys.compactMap(\.text)), locals: locals.map { ($0.name, $0.value) },
      components: components.value, isSynthetic: synthetic == .bool(true))
  }

  private static func function(_ block: Block) throws -> ModelFunction {
    guard let name = block.labels.first, let result = block.body.attribute("result") else {
      throw PricingError(
        .badModel, summary: "A function of the price models is not complete",
        detail: "\(block.headerRange) needs a name and a result.")
    }
    var evaluator = Evaluator(scope: Scope())
    let parameters = block.body.attribute("params").map { evaluator.evaluate($0.value).elements ?? [] } ?? []
    try refuse(evaluator.diagnostics)
    return ModelFunction(name: name, parameters: parameters.compactMap(\.text), result: result.value)
  }

  private static func refuse(_ diagnostics: [Diagnostic]) throws {
    guard let fault = diagnostics.first else { return }
    throw PricingError(.badModel, summary: "The price models cannot be read", detail: "\(fault)")
  }
}
