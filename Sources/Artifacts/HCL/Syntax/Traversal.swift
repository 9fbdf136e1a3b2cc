import Basics

/// A name and the steps after it: `aws_vpc.main.id`, `var.zones[0]`.
package struct Traversal: Hashable, Sendable {
  /// One `.name` or `[key]`.
  package struct Step: Hashable, Sendable {
    /// By name or by key.
    package enum Kind: Hashable, Sendable {
      case attribute(String)
      /// A number or a string.
      case index(Value)
    }
    package var kind: Kind
    package var range: SourceRange

    package init(_ kind: Kind, range: SourceRange) {
      self.kind = kind
      self.range = range
    }

    /// The name of an attribute step, or nil.
    package var name: String? {
      if case .attribute(let name) = kind { name } else { nil }
    }
  }

  package var root: String
  package var rootRange: SourceRange
  package var steps: [Step]
  package var range: SourceRange

  package init(root: String, rootRange: SourceRange, steps: [Step] = []) {
    self.root = root
    self.rootRange = rootRange
    self.steps = steps
    range = rootRange
    if let last = steps.last { range = rootRange.joined(with: last.range) }
  }
}

extension Traversal: CustomStringConvertible {
  /// As one writes it: `aws_subnet.a["x"].id`.
  package var description: String {
    steps.reduce(into: root) { text, step in
      switch step.kind {
      case .attribute(let name): text += ".\(name)"
      case .index(.string(let key)): text += "[\"\(key)\"]"
      case .index(let value): text += "[\(value.text ?? "?")]"
      }
    }
  }
}
