import Basics
import HCL
import Vocabulary

/// Makes the edits in the files: what is not spoken of stays as it is, byte by byte.
package struct ChangeApplication {
  private var files: [Artifact]

  package init(_ files: [Artifact]) { self.files = files }

  /// The files after all changes.
  /// - Throws: `.cannotEdit` where a block is not where it was, or a file is not in the native syntax.
  package func applying(_ changes: [Change]) throws(ChangesError) -> [Artifact] {
    var result = self
    for change in changes { try result.apply(change) }
    return result.files
  }

  private mutating func apply(_ change: Change) throws(ChangesError) {
    switch change {
    case .set(let address, let path, let source):
      try edit(Self.block(address)) { edit throws(Diagnostic) in
        try edit.set(path, to: source, in: Self.block(address))
      }
    case .unset(let address, let path):
      try edit(Self.block(address)) { edit throws(Diagnostic) in
        try edit.remove(path, in: Self.block(address))
      }
    case .remove(let address):
      try edit(Self.block(address)) { edit throws(Diagnostic) in try edit.remove(Self.block(address)) }
    case .setDefault(let variable, let source):
      let block = BlockAddress("variable", labels: [variable])
      try edit(block) { edit throws(Diagnostic) in try edit.set(["default"], to: source, in: block) }
    case .append(let file, let source, _):
      let index = files.firstIndex { $0.path == file }
      let text = index.map { files[$0].content } ?? ""
      let gap = text.isEmpty ? "" : text.hasSuffix("\n") ? "\n" : "\n\n"
      let content = text + gap + source
      if let index {
        files[index].content = content
      } else {
        files.append(Artifact(path: file, content: content))
      }
    case .move(let from, let to): try move(from, to: to)
    }
  }

  /// Edits the file that holds a block. Where the file is laid out as the tool would, it is afterwards; else only the
  /// block is.
  private mutating func edit(
    _ block: BlockAddress, change: (inout HCLEdit) throws(Diagnostic) -> Void
  ) throws(ChangesError) {
    for index in files.indices where ArtifactFormat.openTofu.names(files[index].path) {
      guard var edit = try? HCLEdit(path: files[index].path, text: files[index].content), edit.contains(block)
      else { continue }
      let isTidy = HCLFormatter.format(files[index].content) == files[index].content
      do throws(Diagnostic) {
        try change(&edit)
      } catch {
        throw ChangesError(
          .cannotEdit, summary: "The edit cannot be made", detail: "\(files[index].path): \(error.detail)")
      }
      files[index].content =
        isTidy
        ? edit.text
        : Self.tidied(
          edit.unformatted, before: files[index].content, block: block, path: files[index].path)
      return
    }
    throw ChangesError(
      .cannotEdit, summary: "The edit cannot be made",
      detail: "There is no block \(block) in a file of the native syntax.")
  }

  /// The text with the new lines of one block laid out as the tool would, and every old one as it was.
  private static func tidied(
    _ text: String, before: String, block: BlockAddress, path: String
  ) -> String {
    let file = HCLFile(path: path, text: text)
    guard
      let found = file.body.blocks.first(where: { $0.type == block.type && $0.labels == block.labels })
    else { return text }
    var bytes = Array(text.utf8)
    let range = found.range.start.offset..<found.range.end.offset
    guard range.upperBound <= bytes.count else { return text }
    let raw = String(decoding: bytes[range], as: UTF8.self)
    guard let tidy = HCLFormatter.format(raw) else { return text }
    let old = Set(before.split(separator: "\n", omittingEmptySubsequences: false))
    let written = raw.split(separator: "\n", omittingEmptySubsequences: false)
    let laid = tidy.split(separator: "\n", omittingEmptySubsequences: false)
    // The layout adds and takes away no lines, but an empty one at the end.
    guard laid.count == written.count || laid.count == written.count + 1 else { return text }
    let lines = zip(written, laid).map { old.contains($0) ? $0 : $1 }
    bytes.replaceSubrange(range, with: lines.joined(separator: "\n").utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Gives a block another label, has every reference follow, and tells the state.
  private mutating func move(_ from: String, to: String) throws(ChangesError) {
    guard let target = to.split(separator: ".").last.map(String.init),
      let old = BlockAddress(resource: from), let file = files.indices.first(where: { holds(old, in: $0) })
    else {
      throw ChangesError(
        .cannotEdit, summary: "The edit cannot be made", detail: "There is no block \(from) to rename.")
    }
    for index in files.indices where ArtifactFormat.openTofu.names(files[index].path) {
      let parsed = HCLFile(path: files[index].path, text: files[index].content)
      var bytes = Array(files[index].content.utf8)
      let places = parsed.body.referencePlaces(to: from)
      for place in places.sorted(by: { $0.lowerBound > $1.lowerBound }) {
        bytes.replaceSubrange(place, with: to.utf8)
      }
      files[index].content = String(decoding: bytes, as: UTF8.self)
    }
    let parsed = HCLFile(path: files[file].path, text: files[file].content)
    if let block = parsed.body.blocks.first(where: { $0.type == old.type && $0.labels == old.labels }),
      let label = block.labelRanges.last
    {
      var bytes = Array(files[file].content.utf8)
      bytes.replaceSubrange(label.start.offset..<label.end.offset, with: quotedSource(target).utf8)
      files[file].content = String(decoding: bytes, as: UTF8.self)
    }
    files[file].content += "\nmoved {\n  from = \(from)\n  to   = \(to)\n}\n"
  }

  private func holds(_ block: BlockAddress, in index: Int) -> Bool {
    guard ArtifactFormat.openTofu.names(files[index].path) else { return false }
    let file = HCLFile(path: files[index].path, text: files[index].content)
    return file.body.blocks.contains { $0.type == block.type && $0.labels == block.labels }
  }

  private static func block(_ address: String) -> BlockAddress {
    if address.hasPrefix("output.") { return BlockAddress("output", labels: [String(address.dropFirst(7))]) }
    return BlockAddress(resource: address) ?? BlockAddress("resource", labels: [address])
  }
}
