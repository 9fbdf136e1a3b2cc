import Basics

extension HCLEdit {
  /// Bytes to replace by a text.
  struct Splice {
    var range: Range<Int>
    var text: String
  }

  func splicesToSet(_ path: ArraySlice<String>, source: String, in block: Block) -> [Splice] {
    guard let name = path.first else { return [] }
    let rest = path.dropFirst()
    if let attribute = block.body.attribute(name) {
      return splicesToSet(rest, source: source, in: attribute.value)
    }
    let nested = block.body.blocks(name)
    if !rest.isEmpty, !nested.isEmpty {
      return nested.flatMap { splicesToSet(rest, source: source, in: $0) }
    }
    if rest.isEmpty { return [insertion(ofArgument: "\(name) = \(source)", in: block)] }
    let inner = rest.dropLast().reversed().reduce("\(rest.last ?? name) = \(source)") { "\($1) {\n\($0)\n}" }
    return [insertion(of: "\n\(name) {\n\(inner)\n}", atEndOf: block)]
  }

  /// Sets a member of an object that stands as an argument, or replaces the argument as a whole.
  func splicesToSet(_ path: ArraySlice<String>, source: String, in value: HCLExpression) -> [Splice] {
    guard let name = path.first, case .object(let items) = value.kind else {
      return [Splice(range: bytes(value.range), text: source)]
    }
    let rest = path.dropFirst()
    if let item = items.first(where: { $0.literalKey == name }) {
      return splicesToSet(rest, source: source, in: item.value)
    }
    let inner = rest.reversed().reduce(source) { "{ \($1) = \($0) }" }
    let key =
      name.utf8.allSatisfy { Ascii.isLetter($0) || Ascii.isDigit($0) || $0 == UInt8(ascii: "_") }
      ? name : quotedSource(name)
    let start = value.range.start.offset + 1
    let isOneLine = value.range.start.line == value.range.end.line
    let separator = isOneLine ? (items.isEmpty ? " " : ",") : ""
    return [
      Splice(range: start..<start, text: isOneLine ? " \(key) = \(inner)\(separator)" : "\n\(key) = \(inner)")
    ]
  }

  func splicesToRemove(_ path: ArraySlice<String>, in body: Body) -> [Splice] {
    guard let name = path.first else { return [] }
    if path.count == 1 {
      return (body.attributes.filter { $0.name == name }.map(\.range) + body.blocks(name).map(\.range)).map(
        removal)
    }
    return body.blocks(name).flatMap { splicesToRemove(path.dropFirst(), in: $0.body) }
  }

  /// Takes away whole lines, with a comment at their end; within a line only the range itself.
  func removal(of range: SourceRange) -> Splice {
    let text = Array(file.text.utf8)
    var start = range.start.offset
    while start > 0, text[start - 1] == Ascii.space || text[start - 1] == Ascii.tab { start -= 1 }
    var end = range.end.offset
    while end < text.count, text[end] == Ascii.space || text[end] == Ascii.tab { end += 1 }
    guard start == 0 || text[start - 1] == Ascii.newline, end == text.count || isLineEnd(text, index: end)
    else {
      return Splice(range: bytes(range), text: "")
    }
    while end < text.count, text[end] != Ascii.newline { end += 1 }
    return Splice(range: start..<min(end + 1, text.count), text: "")
  }

  private func isLineEnd(_ text: [UInt8], index: Int) -> Bool {
    text[index] == Ascii.newline || text[index] == Ascii.carriageReturn || text[index] == UInt8(ascii: "#")
      || (text[index] == UInt8(ascii: "/") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "/"))
  }

  /// A new argument goes after the last one, before the nested blocks.
  private func insertion(ofArgument source: String, in block: Block) -> Splice {
    if isOneLine(block) { return insertion(of: source, atEndOf: block) }
    let start = block.openBrace.end.offset
    let firstBlock = block.body.blocks.first?.range.start.offset ?? .max
    let last = block.body.attributes.last { $0.range.start.offset < firstBlock }
    guard let last else { return Splice(range: start..<start, text: "\n\(source)") }
    let end = endOfLine(after: last.range.end.offset)
    return Splice(range: end..<end, text: "\n\(source)")
  }

  /// The text before the closing brace, on lines of its own.
  func insertion(of source: String, atEndOf block: Block) -> Splice {
    let brace = block.closeBrace.start.offset
    guard isOneLine(block) else { return Splice(range: brace..<brace, text: "\(source)\n") }
    let open = block.openBrace.end.offset
    let content = Array(file.text.utf8)[open..<brace]
    let inner = String(decoding: content, as: UTF8.self).trimmingLeadingSpace().trimmingTrailingSpace()
    return Splice(range: open..<brace, text: "\n\(inner.isEmpty ? "" : inner + "\n")\(source)\n")
  }

  private func isOneLine(_ block: Block) -> Bool {
    block.openBrace.start.line == block.closeBrace.start.line
  }

  private func endOfLine(after offset: Int) -> Int {
    let text = file.text.utf8
    let start = text.index(text.startIndex, offsetBy: offset)
    let end = text[start...].firstIndex(of: Ascii.newline) ?? text.endIndex
    return text.distance(from: text.startIndex, to: end)
  }

  private func bytes(_ range: SourceRange) -> Range<Int> { range.start.offset..<range.end.offset }
}
