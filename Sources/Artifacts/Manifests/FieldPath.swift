import Basics
import StrictYAML

/// A place in an object.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  package var steps: [Step] = []

  package init(_ steps: [Step] = []) { self.steps = steps }

  package func key(_ name: String) -> FieldPath { FieldPath(steps + [.key(name)]) }
  package func index(_ number: Int) -> FieldPath { FieldPath(steps + [.index(number)]) }

  /// `spec.containers[0].image`; a key with dots in brackets.
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let name):
        text += name.contains(".") || name.contains("/") ? "['\(name)']" : text.isEmpty ? name : ".\(name)"
      case .index(let number): text += "[\(number)]"
      }
    }
    return text
  }
}

extension Manifest {
  /// Where a field is written: its key, or the element of a list; the last part of the way that is there.
  package func position(at path: FieldPath) -> SourcePosition? {
    var node = source
    var position = source?.position
    for step in path.steps {
      switch step {
      case .key(let name):
        guard let pair = node?.pairs?.first(where: { $0.key == name }) else { return position }
        position = pair.keyPosition
        node = pair.value
      case .index(let index):
        guard let elements = node?.elements, elements.indices.contains(index) else { return position }
        node = elements[index]
        position = node?.position
      }
    }
    return position
  }
}
