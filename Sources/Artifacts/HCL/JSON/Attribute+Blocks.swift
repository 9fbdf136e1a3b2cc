import Basics

extension Attribute {
  /// The blocks that an object, or a list of objects, stands for; nil for anything else.
  package func blocks() -> [Block]? {
    let objects: [HCLExpression]
    if case .tuple(let items) = value.kind { objects = items } else { objects = [value] }
    var blocks: [Block] = []
    for object in objects {
      guard case .object(let items) = object.kind else { return nil }
      var body = Body(range: object.range)
      for item in items {
        guard let key = item.literalKey else { return nil }
        if key == "//" { continue }
        body.attributes.append(
          Attribute(
            name: key, value: item.value, range: item.key.range.joined(with: item.value.range),
            nameRange: item.key.range, equalsRange: item.key.range))
      }
      blocks.append(
        Block(
          type: name, labels: [], body: body, typeRange: nameRange, labelRanges: [], openBrace: object.range,
          closeBrace: object.range))
    }
    return blocks
  }
}
