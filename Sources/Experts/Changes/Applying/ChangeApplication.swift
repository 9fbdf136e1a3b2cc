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

  /// Edits the file that holds a block. Where the file is laid out as the tool would, it is afterwards; else only what is new is.
  private mutating func edit(
    _ block: BlockAddress, change: (inout HCLEdit) throws(Diagnostic) -> Void
  ) throws(ChangesError) {
    guard let (index, file) = place(of: block) else {
      throw ChangesError(
        .cannotEdit, summary: "The edit cannot be made",
        detail: "There is no block \(block) in a file of the native syntax.")
    }
    do throws(Diagnostic) {
      var edit = try HCLEdit(file)
      try change(&edit)
      files[index].content = edit.text(keepingLayoutOf: file.text)
    } catch {
      throw ChangesError(
        .cannotEdit, summary: "The edit cannot be made", detail: "\(file.path): \(error.detail)")
    }
  }

  /// Gives a block another label, has every reference follow, and tells the state.
  private mutating func move(_ from: String, to: String) throws(ChangesError) {
    guard let label = to.split(separator: ".").last.map(String.init), let old = BlockAddress(resource: from),
      let (place, file) = place(of: old), let range = file.body.blocks(old).first?.labelRanges.last
    else {
      throw ChangesError(
        .cannotEdit, summary: "The edit cannot be made", detail: "There is no block \(from) to rename.")
    }
    for index in files.indices where ArtifactFormat.openTofu.names(files[index].path) {
      let parsed = HCLFile(path: files[index].path, text: files[index].content)
      var places = parsed.body.referencePlaces(to: from).map { ($0, to) }
      if index == place { places.append((range.start.offset..<range.end.offset, quotedSource(label))) }
      var bytes = Array(files[index].content.utf8)
      for (place, text) in places.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
        bytes.replaceSubrange(place, with: text.utf8)
      }
      files[index].content = String(decoding: bytes, as: UTF8.self)
    }
    files[place].content += "\nmoved {\n  from = \(from)\n  to   = \(to)\n}\n"
  }

  /// The file that holds a block, and where it stands among the files.
  private func place(of block: BlockAddress) -> (index: Int, file: HCLFile)? {
    for index in files.indices where ArtifactFormat.openTofu.names(files[index].path) {
      let file = HCLFile(path: files[index].path, text: files[index].content)
      if !file.body.blocks(block).isEmpty { return (index, file) }
    }
    return nil
  }

  private static func block(_ address: String) -> BlockAddress {
    if address.hasPrefix("output.") { return BlockAddress("output", labels: [String(address.dropFirst(7))]) }
    return BlockAddress(resource: address) ?? BlockAddress("resource", labels: [address])
  }
}
