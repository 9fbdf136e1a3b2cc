import HCL
import ResourceGraph

extension Resource {
  /// The value of an argument at a path through nested blocks that stand there once; nil where it has none.
  func value(at path: [String]) -> Value? {
    var value = attributes
    for (index, name) in path.enumerated() {
      value = value[name] ?? .null
      if index < path.count - 1 { value = value[0] ?? .null }
    }
    return value.isNull ? nil : value
  }
}
