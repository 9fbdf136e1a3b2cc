import Basics
import Clouds
import HCL

/// Makes the instances of one resource block.
struct Expansion {
  /// More instances than this are not made one by one.
  private static let limit = 500

  private let declared: Module.ResourceBlock
  private let evaluator: ModuleEvaluator

  init(of declared: Module.ResourceBlock, by evaluator: ModuleEvaluator) {
    self.declared = declared
    self.evaluator = evaluator
  }

  func instances() -> [Resource] {
    let body = declared.block.body
    if let count = body.attribute("count") {
      guard let number = evaluator.evaluate(count.value).integer, number <= Self.limit else {
        return [instance(key: .unknown, each: ["count": .object(["index": .unknown])])]
      }
      return (0..<max(number, 0)).map { index in
        let key = Value.number(Double(index))
        return instance(key: key, each: ["count": .object(["index": key])])
      }
    }
    if let forEach = body.attribute("for_each") {
      guard let pairs = pairs(evaluator.evaluate(forEach.value)), pairs.count <= Self.limit else {
        return [instance(key: .unknown, each: ["each": .object(["key": .unknown, "value": .unknown])])]
      }
      return pairs.map { key, value in
        instance(key: .string(key), each: ["each": .object(["key": .string(key), "value": value])])
      }
    }
    return [instance(key: nil, each: [:])]
  }

  /// The keys and values of a map, or of a set of strings.
  private func pairs(_ value: Value) -> [(String, Value)]? {
    switch value {
    case .object: return value.members?.map { ($0.key, $0.value) }
    case .list(let items):
      let texts = items.compactMap(\.text)
      return texts.count == items.count ? texts.map { ($0, .string($0)) } : nil
    default: return nil
    }
  }

  private func instance(key: Value?, each: [String: Value]) -> Resource {
    let body = declared.block.body
    let reader = BlockReader(evaluator: evaluator, each: each)
    var attributes = reader.members(of: body)
    for meta in ["count", "for_each", "provider", "depends_on"] { attributes[meta] = nil }
    var resource = Resource(
      kind: declared.kind, address: declared.address, type: declared.type, name: declared.name, key: key,
      provider: provider(body), attributes: .object(attributes), references: reader.references(of: body),
      range: declared.block.headerRange)
    if let key { resource.address += key.isUnknown ? "" : "[\(key.source)]" }
    if CloudCatalog.current.isPolicyDocument(declared.type) {
      resource.documents["json"] = PolicyDocument.value(of: resource.attributes)
    }
    for attribute in body.attributes {
      guard let document = reader.document(attribute.value) else { continue }
      resource.documents[attribute.name] = document
    }
    return resource
  }

  private func provider(_ body: Body) -> String {
    if case .reference(let traversal)? = body.attribute("provider")?.value.kind {
      return traversal.description
    }
    return String(declared.type.prefix { $0 != "_" })
  }
}
