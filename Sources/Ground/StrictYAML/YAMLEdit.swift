import Basics

/// Changes one document in place: comments, order and layout of everything else stay.
package struct YAMLEdit {
  /// A key of a mapping or a place in a sequence.
  package enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  package private(set) var text: String
  private let file: String

  /// - Throws: a `Diagnostic` where the text is not one strict document.
  package init(_ text: String, file: String) throws(Diagnostic) {
    _ = try StrictYAML.document(text, file: file)
    self.text = text
    self.file = file
  }

  /// Gives the scalar at a path a value, making the mappings that lead there.
  /// - Parameter scalar: as it is to be written, quotes included.
  /// - Throws: a `Diagnostic` where the path leads through something that cannot be changed in place.
  package mutating func set(_ path: [Step], to scalar: String) throws(Diagnostic) {
    let root = try StrictYAML.document(text, file: file)
    var node = root
    for (depth, step) in path.enumerated() {
      if let next = Self.child(step, of: node) {
        node = next
        continue
      }
      guard case .key = step, let first = node.pairs?.first, let place = insertion(in: node) else {
        throw refused("There is no place for it in block style.", node: node)
      }
      let indent = String(repeating: " ", count: first.keyPosition.column - 1)
      return try change(at: place, 0, to: lines(path[depth...], scalar: scalar, indent: indent))
    }
    guard let old = node.scalar, old.style != .literal, old.style != .folded else {
      throw refused("What stands there is no scalar on one line.", node: node)
    }
    try change(at: node.position.offset, length(of: old, at: node.position.offset), to: scalar)
  }

  /// Takes a key and its scalar away, with its line.
  package mutating func remove(_ path: [Step]) throws(Diagnostic) {
    var node = try StrictYAML.document(text, file: file)
    for step in path.dropLast() {
      guard let next = Self.child(step, of: node) else { return }
      node = next
    }
    guard case .key(let key)? = path.last, let pair = node.pairs?.first(where: { $0.key == key }) else {
      return
    }
    guard pair.value.scalar != nil, beginsLine(pair), (node.pairs?.count ?? 0) > 1 else {
      throw refused("Only a scalar among others of a block can be taken away.", node: node)
    }
    let start = lineStart(pair.keyPosition.offset)
    let bytes = Array(text.utf8)
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    try change(at: start, end - start, to: "")
  }

  private static func child(_ step: Step, of node: YAMLNode) -> YAMLNode? {
    switch step {
    case .key(let key): node[key]
    case .index(let index): node.elements.flatMap { $0.indices.contains(index) ? $0[index] : nil }
    }
  }

  private func lines(_ path: ArraySlice<Step>, scalar: String, indent: String) -> String {
    var lines = ""
    var indent = indent
    for (depth, step) in path.enumerated() {
      guard case .key(let key) = step else { continue }
      lines += depth == path.count - 1 ? "\(indent)\(key): \(scalar)\n" : "\(indent)\(key):\n"
      indent += "  "
    }
    return lines
  }

  /// Where a line with a new key can go: before the first key that begins its line. In `- name: x` the first one does
  /// not, but the line after it can be one. Nil in a flow mapping.
  private func insertion(in node: YAMLNode) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.indices.contains(node.position.offset), bytes[node.position.offset] != UInt8(ascii: "{")
    else {
      return nil
    }
    if let pair = node.pairs?.first(where: beginsLine) { return lineStart(pair.keyPosition.offset) }
    guard let only = node.pairs?.first, let scalar = only.value.scalar, scalar.style != .literal,
      scalar.style != .folded,
      let end = bytes[only.value.position.offset...].firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    return end + 1
  }

  private func beginsLine(_ pair: YAMLNode.Pair) -> Bool {
    let start = lineStart(pair.keyPosition.offset)
    return Array(text.utf8)[start..<pair.keyPosition.offset].allSatisfy { $0 == UInt8(ascii: " ") }
  }

  private func lineStart(_ offset: Int) -> Int {
    let bytes = Array(text.utf8)
    return (bytes[..<min(offset, bytes.count)].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
  }

  /// How many bytes the scalar takes in the text.
  private func length(of scalar: YAMLNode.Scalar, at offset: Int) -> Int {
    let rest = Array(text.utf8)[offset...]
    switch scalar.style {
    case .plain: return scalar.text.utf8.count
    case .singleQuoted, .doubleQuoted:
      let quote = rest.first ?? 0
      var index = offset + 1
      while index < rest.endIndex {
        if rest[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
          index += 2
        } else if rest[index] == quote {
          if quote == UInt8(ascii: "'"), index + 1 < rest.endIndex, rest[index + 1] == quote {
            index += 2
          } else {
            return index + 1 - offset
          }
        } else {
          index += 1
        }
      }
      return rest.count
    case .literal, .folded: return 0
    }
  }

  /// Makes the change and reads the result, so that nothing broken is ever given out.
  private mutating func change(at offset: Int, _ length: Int, to replacement: String) throws(Diagnostic) {
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(offset..<min(offset + length, bytes.count), with: replacement.utf8)
    let changed = String(decoding: bytes, as: UTF8.self)
    _ = try StrictYAML.document(changed, file: file)
    text = changed
  }

  private func refused(_ detail: String, node: YAMLNode) -> Diagnostic {
    Diagnostic(
      code: "yaml.edit", summary: "Cannot be changed in place", detail: detail,
      range: SourceRange(file: file, start: node.position))
  }
}
