import Basics
import HCL
import ResourceGraph
import Manifests
import Vocabulary

/// The code of an estate: its files, and where in them each resource stands.
package struct CodeBase: Sendable {
  /// Path to text, as read: the person's own configuration and manifests.
  package let files: [String: String]
  /// What of it is read together.
  let configurations: [CodeConfiguration]
  /// Where arguments may be decided other than in the block of their resource.
  let places: DecidingPlaces
  private let bytes: [String: [UInt8]]
  /// By file and the offset at which the header of a block begins.
  private let blocks: [String: [Int: CodeDeclarations.Declaration]]
  /// By file and address.
  private let documents: [String: [String: CodeSlice]]
  private let ranges: [String: SourceRange]

  /// - Parameters:
  ///   - files: HCL and manifests, path to text.
  ///   - configurations: what of it is read together, with files that are not the person's own; by default all files of
  ///     HCL are one configuration.
  ///   - resources: what was read from them.
  package init(
    files: [String: String], configurations: [CodeConfiguration]? = nil, resources: [Resource] = []
  ) {
    self.files = files
    let native = files.filter { Self.isHCL($0.key) }
    let units =
      configurations ?? (native.isEmpty ? [] : [CodeConfiguration(ConfigurationSources(files: native))])
    self.configurations = units
    var texts = files
    for unit in units {
      texts.merge(unit.sources.files) { first, _ in first }
      texts.merge(unit.values.map { ($0.path, $0.text) }) { first, _ in first }
    }
    bytes = texts.mapValues { Array($0.utf8) }
    let parsed = texts.filter { Self.isHCL($0.key) && !$0.key.hasSuffix(".json") }.map {
      HCLFile(path: $0.key, text: $0.value)
    }
    blocks = Dictionary(parsed.map { ($0.path, Self.blocks(of: $0)) }) { first, _ in first }
    places = DecidingPlaces(
      CodeDeclarations(files: parsed, configurations: units), configurations: units)
    documents = files.filter { !Self.isHCL($0.key) }.reduce(into: [:]) { found, file in
      found[file.key] = Self.documents(of: file.value, file.key)
    }
    ranges = Dictionary(resources.compactMap { resource in resource.range.map { (resource.address, $0) } }) {
      $1
    }
  }

  /// Where the resource of an address stands; an instance stands where its block does.
  package func range(of resource: Resource) -> SourceRange? {
    resource.range ?? ranges[resource.address] ?? ranges[resource.blockAddress]
  }

  /// The part of a file that makes a resource; nil where it is not in files that can be changed.
  func slice(of resource: Resource) -> CodeSlice? {
    guard let range = range(of: resource) else { return nil }
    if resource.kind == .manifest { return documents[range.file]?[resource.address] }
    return declaration(of: resource)?.slice
  }

  /// The block that makes a resource, with its part of the file; nil for manifests and other syntax.
  func declaration(of resource: Resource) -> CodeDeclarations.Declaration? {
    guard let range = range(of: resource) else { return nil }
    return blocks[range.file]?[range.start.offset]
  }

  /// The root folder of the configuration that a file belongs to.
  func root(of file: String) -> String {
    configurations.first { $0.sources.files[file] != nil }?.root ?? ""
  }

  /// The text of a part as it was read.
  func text(of slice: CodeSlice) -> String {
    String(decoding: (bytes[slice.file] ?? [])[slice.range], as: UTF8.self)
  }

  /// A part with three lines around it, where it fills whole lines: what a difference of it needs of the file. The number
  /// is that of the first line.
  func surroundings(of slice: CodeSlice) -> (before: String, after: String, line: Int)? {
    let newline = UInt8(ascii: "\n")
    guard let bytes = bytes[slice.file] else { return nil }
    var start = slice.range.lowerBound
    guard start == 0 || bytes[start - 1] == newline else { return nil }
    var line = slice.line
    for _ in 0..<3 where start > 0 {
      start = (bytes[..<(start - 1)].lastIndex(of: newline) ?? -1) + 1
      line -= 1
    }
    var end = slice.range.upperBound
    for _ in 0..<4 where end < bytes.count {
      end = (bytes[end...].firstIndex(of: newline) ?? bytes.count - 1) + 1
    }
    return (
      String(decoding: bytes[start..<slice.range.lowerBound], as: UTF8.self),
      String(decoding: bytes[slice.range.upperBound..<end], as: UTF8.self), line
    )
  }

  /// A file with parts of it replaced; an empty text takes the part and an empty line after it away.
  func text(of file: String, replacing texts: [CodeSlice: String]) -> String {
    var bytes = bytes[file] ?? []
    for (slice, text) in texts.sorted(by: { $0.key.range.lowerBound > $1.key.range.lowerBound })
    where slice.file == file {
      var range = slice.range
      if text.isEmpty { range = Self.removal(of: slice, in: bytes) }
      bytes.replaceSubrange(range, with: text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// With the empty lines after a block, and the line of dashes that separates a document from the others.
  private static func removal(of slice: CodeSlice, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (slice.range.lowerBound, slice.range.upperBound)
    if slice.language == .yaml {
      let dashes = Array("---\n".utf8)
      if start >= dashes.count, Array(bytes[start - dashes.count..<start]) == dashes {
        start -= dashes.count
      } else if end + dashes.count <= bytes.count, Array(bytes[end..<end + dashes.count]) == dashes {
        end += dashes.count
      }
      return start..<end
    }
    while end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
    return start..<end
  }

  static func isHCL(_ path: String) -> Bool {
    path.hasSuffix(".tf") || path.hasSuffix(".tofu") || path.hasSuffix(".tf.json")
  }

  private static func blocks(of file: HCLFile) -> [Int: CodeDeclarations.Declaration] {
    Dictionary(
      file.body.blocks.map { block in
        (
          block.range.start.offset,
          CodeDeclarations.Declaration(slice: CodeSlice(block.range, language: .hcl), block: block)
        )
      }
    ) { first, _ in first }
  }

  /// Documents between lines of three dashes, by the address of the object in them.
  private static func documents(of text: String, _ path: String) -> [String: CodeSlice] {
    var found: [String: CodeSlice] = [:]
    var start = (offset: 0, line: 1)
    var offset = 0
    var line = 1
    func close(at end: Int, _ bytes: ArraySlice<UInt8>) {
      let content = String(decoding: bytes, as: UTF8.self)
      guard let manifest = ManifestReader.read(content, file: path).manifests.first else { return }
      let slice = CodeSlice(file: path, range: start.offset..<end, language: .yaml, line: start.line)
      if found[manifest.address] == nil { found[manifest.address] = slice }
    }
    let bytes = Array(text.utf8)
    for piece in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let next = min(offset + piece.utf8.count + 1, bytes.count)
      line += 1
      if piece.hasPrefix("---") {
        close(at: offset, bytes[start.offset..<offset])
        start = (next, line)
      }
      offset = next
    }
    close(at: bytes.count, bytes[start.offset..<bytes.count])
    return found
  }
}
