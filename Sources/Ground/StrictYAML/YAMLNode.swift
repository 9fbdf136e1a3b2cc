import Basics

/// One node of a YAML document with the place it was written at. Scalars are kept as text: what a plain `no` or `012`
/// means is decided by whoever reads the node, never by the parser.
package struct YAMLNode: Hashable, Sendable {
  /// A scalar as it was written.
  package struct Scalar: Hashable, Sendable {
    package enum Style: String, Sendable, Codable {
      case plain, singleQuoted, doubleQuoted, literal, folded
    }

    package var text: String
    package var style: Style
    /// True when the scalar is a string whatever its text: quoted, a block, or tagged `!!str`.
    package var isString: Bool

    package init(text: String, style: Style, isString: Bool) {
      self.text = text
      self.style = style
      self.isString = isString
    }
  }

  /// A key and its value, in the order they were written.
  package struct Pair: Hashable, Sendable {
    package var key: String
    package var keyPosition: SourcePosition
    package var value: YAMLNode

    package init(key: String, keyPosition: SourcePosition, value: YAMLNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  package indirect enum Content: Hashable, Sendable {
    case scalar(Scalar)
    case mapping([Pair])
    case sequence([YAMLNode])
  }

  package var content: Content
  package var position: SourcePosition

  package init(_ content: Content, at position: SourcePosition) {
    self.content = content
    self.position = position
  }
}

extension YAMLNode {
  /// The value of a key of a mapping; nil where there is none or this is no mapping.
  package subscript(key: String) -> YAMLNode? {
    pairs?.first { $0.key == key }?.value
  }

  /// Whether nothing was written where it stands.
  package var isEmpty: Bool { scalar.map { !$0.isString && ["", "~", "null"].contains($0.text) } ?? false }

  package var pairs: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  package var elements: [YAMLNode]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The text of a scalar, whatever it would resolve to: `1.10` stays `1.10`.
  package var text: String? { scalar?.text }
}
