import ProviderSchemas
import HCL

extension Block {
  /// With nested blocks where the schema has some: in JSON syntax they look like arguments.
  func shaped(by block: BlockSchema, _ schema: ProviderSchema) -> Block {
    var result = self
    result.body = body.shaped(by: block, schema)
    return result
  }
}

extension Body {
  fileprivate func shaped(by block: BlockSchema, _ schema: ProviderSchema) -> Body {
    var body = self
    body.attributes = []
    body.blocks = blocks.map { nested in
      guard nested.type == "dynamic", let name = nested.labels.first, let inner = block.blocks[name] else {
        return nested
      }
      var dynamic = nested
      dynamic.body.blocks = nested.body.blocks.map { $0.shaped(by: schema.block(inner), schema) }
      return dynamic
    }
    for attribute in attributes {
      guard let inner = block.blocks[attribute.name], block.attributes[attribute.name] == nil,
        let made = attribute.blocks()
      else {
        body.attributes.append(attribute)
        continue
      }
      body.blocks += made.map { $0.shaped(by: schema.block(inner), schema) }
    }
    return body
  }
}
