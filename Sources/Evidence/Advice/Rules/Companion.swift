import Basics
import HCL

/// The text of a resource to add: `self` in it is the resource that the rule is about, other names are values of the rule.
package struct Companion: Sendable {
  private enum Part: Sendable {
    case text(String)
    case address
    /// What follows the name of the resource: `_stop` of `self_stop`.
    case label(String)
    /// A value by the name of the rule's own; inside a string without quotes.
    case value(String, isInString: Bool)
  }

  private let parts: [Part]

  /// - Parameter bytes: the file that holds the block.
  init(_ block: Block, in bytes: [UInt8], names: Set<String>) {
    var marks: [(Range<Int>, Part)] = []
    func collect(_ body: Body) {
      for attribute in body.attributes {
        for reference in attribute.value.references {
          let range = reference.rootRange.start.offset..<reference.rootRange.end.offset
          if reference.root == "self" {
            marks.append((range, .address))
          } else if names.contains(reference.root) {
            let isInString = range.lowerBound >= 2 && bytes[range.lowerBound - 2] == UInt8(ascii: "$")
            let whole = isInString ? range.lowerBound - 2..<range.upperBound + 1 : range
            marks.append((whole, .value(reference.root, isInString: isInString)))
          }
        }
      }
      for block in body.blocks {
        for (label, range) in zip(block.labels, block.labelRanges)
        where label == "self" || label.hasPrefix("self_") {
          marks.append((range.start.offset..<range.end.offset, .label(String(label.dropFirst(4)))))
        }
        collect(block.body)
      }
    }
    collect(block.body)
    var parts: [Part] = []
    var position = block.openBrace.end.offset
    for (range, part) in marks.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      parts.append(.text(String(decoding: bytes[position..<range.lowerBound], as: UTF8.self)))
      parts.append(part)
      position = range.upperBound
    }
    parts.append(.text(String(decoding: bytes[position..<block.closeBrace.start.offset], as: UTF8.self)))
    self.parts = parts
  }

  /// The text for one resource.
  func text(address: String, label: String, values: [String: Value]) -> String {
    parts.map { part -> String in
      switch part {
      case .text(let text): text
      case .address: address
      case .label(let suffix): "\"\(label)\(suffix)\""
      case .value(let name, isInString: true): values[name]?.text ?? ""
      case .value(let name, isInString: false): values[name]?.codeSource ?? "null"
      }
    }.joined().drop { $0.isNewline }.description
  }
}
