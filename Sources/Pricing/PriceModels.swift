import Basics
import FoundationEssentials
import HCL

import class Foundation.Bundle

/// The price models of all resource types, and the types that cost nothing by themselves.
struct PriceModels: Sendable {
  private(set) var models: [String: PriceModel] = [:]
  private(set) var free: Set<String> = []

  static func builtIn() throws -> PriceModels { try shared.get() }

  private static let shared = Result {
    try PriceModels(folder: Bundle.module.bundleURL.appending(path: "Data"))
  }

  private init(folder: URL) throws {
    let url = folder.appending(path: "aws.hcl")
    let file = HCLFile(path: "aws.hcl", text: try String(contentsOf: url, encoding: .utf8))
    if let fault = file.diagnostics.first {
      throw PricingError(.badModel, summary: "The price models cannot be read", detail: "\(fault)")
    }
    try read(file.body)
  }

  private mutating func read(_ body: Body) throws {
    if let list = body.attribute("free") {
      var evaluator = Evaluator(scope: Scope())
      for type in evaluator.evaluate(list.value).elements ?? [] {
        if case .string(let type) = type { free.insert(type) }
      }
    }
    for block in body.blocks("resource") {
      guard let type = block.labels.first, models[type] == nil, !free.contains(type) else {
        throw PricingError(.badModel, summary: "A price model is there twice", detail: "\(block.headerRange)")
      }
      models[type] = PriceModel(components: try block.body.blocks("component").map(Self.component))
    }
  }

  private static func component(_ block: Block) throws -> PriceModel.Component {
    var evaluator = Evaluator(scope: Scope())
    guard let name = block.labels.first, let price = block.body.attribute("price"),
      let unit = block.body.attribute("unit"), case .string(let unit) = evaluator.evaluate(unit.value)
    else {
      throw PricingError(
        .badModel, summary: "A price component is not complete",
        detail: "\(block.headerRange) needs a name, unit and price.")
    }
    let isUsage = block.body.attribute("usage").map { evaluator.evaluate($0.value) == .bool(true) } ?? false
    return PriceModel.Component(
      name: name, unit: unit, when: block.body.attribute("when")?.value,
      quantity: block.body.attribute("quantity")?.value, price: price.value, isUsage: isUsage)
  }
}
