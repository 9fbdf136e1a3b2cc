import HCL

extension Value {
  /// The name under which an object holds code instead of a value.
  static let codeMark = "$code"

  /// As it is written in HCL: a value, or code as it stands.
  var codeSource: String { self[Self.codeMark]?.text ?? source }

  /// The value as the graph knows it: what code will give is not known.
  var withoutCode: Value { self[Self.codeMark] == nil ? self : .unknown }

  /// The value with what stands at a path replaced. In HCL a nested block is a list of objects: a name after a list means
  /// each of them, and where there is none, one is made. In manifests everything is an object.
  func setting(_ path: ArraySlice<ResourceEdit.Step>, to value: Value, makesBlocks: Bool) -> Value {
    guard let step = path.first else { return value }
    let rest = path.dropFirst()
    switch (step, self) {
    case (.index(let index), .list(var items)):
      guard items.indices.contains(index) else { return self }
      items[index] = items[index].setting(rest, to: value, makesBlocks: makesBlocks)
      return .list(items)
    case (.index, _): return self
    case (.name, .list(let items)):
      return .list(items.map { $0.setting(path, to: value, makesBlocks: makesBlocks) })
    case (.name(let name), .object(var members)):
      let old = members[name] ?? .null
      if case .list(let items) = old, items.isEmpty, !rest.isEmpty {
        members[name] = Self.made(rest, value: value, makesBlocks: makesBlocks)
      } else if old.isNull, !rest.isEmpty {
        members[name] = Self.made(rest, value: value, makesBlocks: makesBlocks)
      } else {
        members[name] = old.setting(rest, to: value, makesBlocks: makesBlocks)
      }
      return .object(members)
    default: return self
    }
  }

  private static func made(_ path: ArraySlice<ResourceEdit.Step>, value: Value, makesBlocks: Bool)
    -> Value
  {
    let inner = Value.object([:]).setting(path, to: value, makesBlocks: makesBlocks)
    return makesBlocks ? .list([inner]) : inner
  }

  /// The value without what stands at a path.
  func removing(_ path: ArraySlice<ResourceEdit.Step>) -> Value {
    guard let step = path.first else { return self }
    let rest = path.dropFirst()
    switch (step, self) {
    case (.index(let index), .list(var items)) where items.indices.contains(index):
      if rest.isEmpty { items.remove(at: index) } else { items[index] = items[index].removing(rest) }
      return .list(items)
    case (.name, .list(let items)): return .list(items.map { $0.removing(path) })
    case (.name(let name), .object(var members)):
      members[name] = rest.isEmpty ? nil : members[name]?.removing(rest)
      return .object(members)
    default: return self
    }
  }
}
