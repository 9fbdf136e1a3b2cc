import Basics
import HCL
import ProviderSchemas

/// Takes out of a planned resource what its configuration does not say.
///
/// A plan marks two things as known only after the apply: what an expression gives whose value is not known yet, and what
/// nobody set and the provider fills in. The second is the provider's own choice, as it is for a folder that was not
/// planned, where it is simply not there. Only the first is unknown.
enum UnsetArguments {
  /// - Parameters:
  ///   - value: the attributes after the apply.
  ///   - expressions: the resource's arguments in the plan's configuration.
  ///   - type: of the resource; its schema tells of nested blocks that were made by `dynamic`.
  static func removed(from value: Value, expressions: JSONValue, type: String) -> Value {
    guard case .object(let members) = value else { return value }
    var kept: [String: Value] = [:]
    for (name, member) in members {
      let written = expressions[name]
      if member.isUnknown {
        if written != nil { kept[name] = member }
      } else if !member.isWhollyKnown {
        kept[name] =
          written.map { inner(member, written: $0, type: type, path: [name]) }
          ?? settled(member, type: type, path: [name])
      } else {
        kept[name] = member
      }
    }
    return .object(kept)
  }

  /// Of an argument what the expression gives; of nested blocks what stands in each.
  private static func inner(_ value: Value, written: JSONValue, type: String, path: [String]) -> Value {
    switch (value, written) {
    case (.list(let items), .array(let blocks)) where items.count == blocks.count:
      return .list(zip(items, blocks).map { inner($0, written: $1, type: type, path: path) })
    case (.list(let items), .object):
      return isExpression(written)
        ? value : .list(items.map { inner($0, written: written, type: type, path: path) })
    case (.list, _): return settled(value, type: type, path: path)
    case (.object(let members), .object):
      if isExpression(written) { return value }
      var kept: [String: Value] = [:]
      for (name, member) in members {
        if member.isUnknown, written[name] == nil { continue }
        kept[name] =
          member.isWhollyKnown
          ? member
          : written[name].map { inner(member, written: $0, type: type, path: path + [name]) } ?? member
      }
      return .object(kept)
    default: return value
    }
  }

  private static func isExpression(_ written: JSONValue) -> Bool {
    written["references"] != nil || written["constant_value"] != nil
  }

  /// Of blocks that the configuration does not list one by one: what the provider fills in by itself is not there.
  private static func settled(_ value: Value, type: String, path: [String]) -> Value {
    guard let schema = ProviderSchema.shipped(ofType: type), var block = schema.resource(type) else {
      return value
    }
    for name in path {
      guard let nested = block.blocks[name] else { return value }
      block = schema.block(nested)
    }
    return settled(value, block: block, schema: schema)
  }

  private static func settled(_ value: Value, block: BlockSchema, schema: ProviderSchema) -> Value {
    switch value {
    case .list(let items): return .list(items.map { settled($0, block: block, schema: schema) })
    case .object(let members):
      var kept: [String: Value] = [:]
      for (name, member) in members {
        let use = block.attributes[name]?.use
        if member.isUnknown, use == .either || use == .computed { continue }
        kept[name] =
          block.blocks[name].map { settled(member, block: schema.block($0), schema: schema) } ?? member
      }
      return .object(kept)
    default: return value
    }
  }
}
