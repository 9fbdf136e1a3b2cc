import Basics

extension HCLFile {
  /// A stretch of the file as it is written; nil for one that is not of this file's length.
  package func source(of range: SourceRange) -> Substring? {
    let bytes = text.utf8
    guard let start = bytes.index(bytes.startIndex, offsetBy: range.start.offset, limitedBy: bytes.endIndex),
      let end = bytes.index(bytes.startIndex, offsetBy: range.end.offset, limitedBy: bytes.endIndex),
      start <= end
    else { return nil }
    return text[start..<end]
  }
}

extension Body {
  /// The blocks of an address, in source order.
  package func blocks(_ address: BlockAddress) -> [Block] {
    blocks.filter { $0.type == address.type && $0.labels == address.labels }
  }

  /// Every reference in this body and the blocks in it, in no particular order.
  package var allReferences: [Traversal] {
    attributes.flatMap(\.value.references) + blocks.flatMap(\.body.allReferences)
  }

  /// Those among them that `try` and `can` take.
  package var caughtReferences: [Traversal] {
    attributes.flatMap(\.value.caughtReferences) + blocks.flatMap(\.body.caughtReferences)
  }
}
