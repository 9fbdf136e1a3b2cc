import Basics
import HCL

/// The text of resources to add: `self` in it is the resource that the rule is about, a reference to `TYPE.self` or
/// `TYPE.self_NAME` another one of the text, and other names are values of the rule. Beside a block that makes several
/// instances, each resource of the text is made as often.
package struct Companion: Sendable {
  private enum Part: Sendable {
    case text(String)
    /// The resource that the rule is about.
    case subject
    /// What follows the name of the resource: `_stop` of `self_stop`.
    case label(String)
    /// Another resource of the text, by its type and what follows its name.
    case sibling(String, String)
    /// Where a resource of the text begins, with whether it says itself how often it is made.
    case opening(repeats: Bool)
    /// A value by the name of the rule's own; inside a string without quotes.
    case value(String, isInString: Bool)
  }

  private typealias Mark = (range: Range<Int>, part: Part)

  private let parts: [Part]
  /// The type of each resource of it, and what follows its name.
  private let resources: [(type: String, suffix: String)]
  /// Whether a resource of it says itself how often it is made, and names the resource that the rule is about.
  private let repeatsItself: Bool

  /// - Parameter bytes: the file that holds the block.
  init(_ block: Block, in bytes: [UInt8], names: Set<String>) {
    var marks: [Mark] = []
    var repeatsItself = false
    for resource in block.body.blocks {
      let repeats = resource.body.attribute("for_each") != nil || resource.body.attribute("count") != nil
      repeatsItself = repeatsItself || repeats
      marks += Self.labels(of: resource)
      let opening = resource.openBrace.end.offset
      marks.append((opening..<opening, .opening(repeats: repeats)))
      marks += Self.marks(in: resource.body, bytes: bytes, names: names)
    }
    self.repeatsItself = repeatsItself
    resources = block.body.blocks.compactMap { resource in
      guard resource.type == "resource", resource.labels.count == 2 else { return nil }
      let label = resource.labels[1]
      return (resource.labels[0], Self.isOwn(label) ? String(label.dropFirst("self".count)) : "")
    }
    var parts: [Part] = []
    var position = block.openBrace.end.offset
    for (range, part) in marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      parts.append(.text(String(decoding: bytes[position..<range.lowerBound], as: UTF8.self)))
      parts.append(part)
      position = range.upperBound
    }
    parts.append(.text(String(decoding: bytes[position..<block.closeBrace.start.offset], as: UTF8.self)))
    self.parts = parts
  }

  private static func labels(of block: Block) -> [Mark] {
    zip(block.labels, block.labelRanges).filter { isOwn($0.0) }.map { label, range in
      (range.start.offset..<range.end.offset, .label(String(label.dropFirst("self".count))))
    }
  }

  private static func isOwn(_ label: String) -> Bool { label == "self" || label.hasPrefix("self_") }

  private static func marks(in body: Body, bytes: [UInt8], names: Set<String>) -> [Mark] {
    var marks: [Mark] = []
    for attribute in body.attributes {
      for reference in attribute.value.references {
        let range = reference.rootRange.start.offset..<reference.rootRange.end.offset
        if reference.root == "self" {
          marks.append((range, .subject))
        } else if let step = reference.steps.first, let label = step.name, isOwn(label) {
          marks.append(
            (
              range.lowerBound..<step.range.end.offset,
              .sibling(reference.root, String(label.dropFirst("self".count)))
            ))
        } else if names.contains(reference.root) {
          let isInString = range.lowerBound >= 2 && bytes[range.lowerBound - 2] == UInt8(ascii: "$")
          let whole = isInString ? range.lowerBound - 2..<range.upperBound + 1 : range
          marks.append((whole, .value(reference.root, isInString: isInString)))
        }
      }
    }
    return marks + body.blocks.flatMap { Self.marks(in: $0.body, bytes: bytes, names: names) }
  }

  /// The addresses of its resources where they are named by a label.
  func addresses(label: String) -> [String] { resources.map { "\($0.type).\(label)\($0.suffix)" } }

  /// How often the block of the resource is made.
  enum Repetition {
    case once, count, forEach
  }

  /// The text for one resource, or for all that its block makes; nil where it would have to be made in two ways at once.
  func text(address: String, label: String, repetition: Repetition, values: [String: Value]) -> String? {
    if repetition != .once, repeatsItself { return nil }
    let index =
      switch repetition {
      case .once: ""
      case .count: "[count.index]"
      case .forEach: "[each.key]"
      }
    let opening =
      switch repetition {
      case .once: ""
      case .count: "\ncount = length(\(address))\n"
      case .forEach: "\nfor_each = \(address)\n"
      }
    let text = parts.map { part -> String in
      switch part {
      case .text(let text): text
      case .subject: address + index
      case .label(let suffix): "\"\(label)\(suffix)\""
      case .sibling(let type, let suffix): "\(type).\(label)\(suffix)\(index)"
      case .opening(let repeats): repeats ? "" : opening
      case .value(let name, isInString: true): values[name]?.text ?? ""
      case .value(let name, isInString: false): values[name]?.codeSource ?? "null"
      }
    }.joined()
    // A rule is written in canonical layout; only what is put in front of it has to find its place.
    let plain = Self.dedented(text)
    return repetition == .once ? plain : HCLFormatter.format(HCLFile(path: "", text: plain)) ?? plain
  }

  /// The text as its least indented line, without empty lines around it.
  private static func dedented(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
    while let first = lines.first, isBlank(first) { lines.removeFirst() }
    while let last = lines.last, isBlank(last) { lines.removeLast() }
    let margin = lines.filter { !isBlank($0) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { isBlank($0) ? "" : String($0.dropFirst(margin)) }.joined(separator: "\n") + "\n"
  }
}
