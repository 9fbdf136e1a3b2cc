import Basics

/// Changes a text in place: comments, order and layout of everything else stay, and the result is formatted.
///
/// A path such as `["metadata_options", "http_tokens"]` names an argument inside nested blocks; where several blocks
/// of a name stand side by side, all of them are meant, and where there is none, one is made.
package struct HCLEdit {
  private(set) var file: HCLFile

  /// - Throws: the first syntax error, when the text does not parse.
  package init(path: String, text: String) throws(Diagnostic) {
    try self.init(HCLFile(path: path, text: text))
  }

  package init(_ file: HCLFile) throws(Diagnostic) {
    if let error = file.diagnostics.first(where: { $0.level == .error }) { throw error }
    self.file = file
  }

  /// The text as it is now, in canonical layout.
  package var text: String { HCLFormatter.format(file) ?? file.text }

  /// The text as it is now, in the layout it came in: what was added is not indented yet.
  package var unformatted: String { file.text }

  /// The top-level blocks of the text with an address, as they are now.
  package func blocks(_ address: BlockAddress) -> [Block] { file.body.blocks(address) }

  /// Whether the text has such a top-level block.
  package func contains(_ address: BlockAddress) -> Bool { !file.body.blocks(address).isEmpty }

  /// Gives the argument at `path` the expression `source`, adding it where it is missing.
  package mutating func set(_ path: [String], to source: String, in address: BlockAddress) throws(Diagnostic)
  {
    let targets = try require(address)
    let splices = targets.flatMap { splicesToSet(path[...], source: source, in: $0) }
    try apply(splices)
  }

  /// Gives the argument at `path` of the text itself, which stands in no block, the expression `source`.
  /// - Throws: where there is no such argument.
  package mutating func set(_ path: [String], to source: String) throws(Diagnostic) {
    guard let name = path.first, let attribute = file.body.attribute(name) else {
      throw Diagnostic(
        code: "hcl.edit", summary: "No such argument",
        detail: "There is no argument \(path.joined(separator: ".")) in \(file.path) to change.",
        range: file.body.range)
    }
    try apply(splicesToSet(path.dropFirst(), source: source, in: attribute.value))
  }

  /// Removes the argument, or the nested blocks, at `path`; false when there was none.
  @discardableResult
  package mutating func remove(_ path: [String], in address: BlockAddress) throws(Diagnostic) -> Bool {
    let splices = try require(address).flatMap { splicesToRemove(path[...], in: $0.body) }
    try apply(splices)
    return !splices.isEmpty
  }

  /// Removes top-level blocks; false when there was none.
  @discardableResult
  package mutating func remove(_ address: BlockAddress) throws(Diagnostic) -> Bool {
    let splices = file.body.blocks(address).map { removal(of: $0.range) }
    try apply(splices)
    return !splices.isEmpty
  }

  /// Appends arguments and nested blocks, as text, to the body of a block.
  package mutating func append(_ source: String, to address: BlockAddress) throws(Diagnostic) {
    try apply(try require(address).map { insertion(of: source, atEndOf: $0) })
  }

  /// Appends top-level blocks, as text, with an empty line before them.
  package mutating func append(_ source: String) throws(Diagnostic) {
    let end = file.text.utf8.count
    let text = file.text
    let gap = text.isEmpty ? "" : text.hasSuffix("\n\n") ? "" : text.hasSuffix("\n") ? "\n" : "\n\n"
    try apply([Splice(range: end..<end, text: gap + source + (source.hasSuffix("\n") ? "" : "\n"))])
  }

  private func require(_ address: BlockAddress) throws(Diagnostic) -> [Block] {
    let found = file.body.blocks(address)
    if !found.isEmpty { return found }
    throw Diagnostic(
      code: "hcl.edit", summary: "No such block",
      detail: "There is no block \(address) in \(file.path) to change.",
      range: file.body.range)
  }

  /// Makes all changes at once; a result that does not parse is refused and nothing changes.
  private mutating func apply(_ splices: [Splice]) throws(Diagnostic) {
    var bytes = Array(file.text.utf8)
    for splice in splices.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(splice.range, with: splice.text.utf8)
    }
    let changed = HCLFile(path: file.path, text: String(decoding: bytes, as: UTF8.self))
    if let error = changed.diagnostics.first(where: { $0.level == .error }) { throw error }
    file = changed
  }
}
