/// A place in an object.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  package var steps: [Step] = []

  package init(_ steps: [Step] = []) { self.steps = steps }

  func key(_ name: String) -> FieldPath { FieldPath(steps + [.key(name)]) }
  func index(_ number: Int) -> FieldPath { FieldPath(steps + [.index(number)]) }

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
