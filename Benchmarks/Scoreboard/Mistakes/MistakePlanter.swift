import Basics
import Digests
import HCL
import ProviderSchemas
import ResourceGraph
import Validation

/// Plants mistakes into the files of the root of a configuration: of each kind one, where it has a place for it. Which place is
/// taken follows from the name of the configuration, so that every run plants the same.
struct MistakePlanter {
  private let name: String
  private let sources: ConfigurationSources
  private let files: [HCLFile]

  init(_ name: String, _ sources: ConfigurationSources) {
    self.name = name
    self.sources = sources
    files = sources.files.sorted { $0.key < $1.key }
      .filter { ConfigurationTree.folder(of: $0.key) == (sources.root ?? "") && $0.key.hasSuffix(".tf") }
      .map { HCLFile(configuration: $0.key, $0.value) }
  }

  /// The mistakes, each in a copy of its own.
  var mistakes: [PlantedMistake] {
    MistakeKind.allCases.compactMap { kind in
      let places = files.flatMap { file in edits(kind, in: file).map { (file, $0) } }
      guard !places.isEmpty else { return nil }
      let (file, edit) = places[draw(kind, below: places.count)]
      guard let text = sources.files[file.path] else { return nil }
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(edit.bytes, with: edit.text.utf8)
      return PlantedMistake(
        kind: kind, path: file.path, text: String(decoding: bytes, as: UTF8.self),
        place: "\(file.path): \(edit.what)")
    }
  }

  private func draw(_ kind: MistakeKind, below count: Int) -> Int {
    let digits = Digest(of: "\(name) \(kind.rawValue)").hexadecimal.prefix(8)
    return (Int(digits, radix: 16) ?? 0) % count
  }

  private func edits(_ kind: MistakeKind, in file: HCLFile) -> [MistakeEdit] {
    let resources = file.body.blocks.filter { $0.type == "resource" && $0.labels.count == 2 }
    switch kind {
    case .moduleInput:
      return localCalls(in: file).map {
        MistakeEdit(after: $0.openBrace, "\n  input_of_nobody = 1\n", what: "module")
      }
    case .missingModuleInput:
      return localCalls(in: file).flatMap { call in
        let required = Set(requiredInputs(of: call, file.folder))
        return call.body.attributes.filter { required.contains($0.name) }.map {
          MistakeEdit(replacing: $0.range, "", what: $0.name)
        }
      }
    default:
      return resources.flatMap { block -> [MistakeEdit] in
        guard let schema = ProviderSchema.shipped(ofType: block.labels[0]) else { return [] }
        return ResourceMistakes(block, schema: schema, declared: resources).edits(kind)
      }
    }
  }

  private func localCalls(in file: HCLFile) -> [Block] {
    file.body.blocks("module").filter { call in
      call.localFolder(from: file.folder).map { folder in
        sources.files.keys.contains { ConfigurationTree.folder(of: $0) == folder }
      } ?? false
    }
  }

  private func requiredInputs(of call: Block, _ folder: String) -> [String] {
    guard let target = call.localFolder(from: folder) else { return [] }
    return sources.files.filter { ConfigurationTree.folder(of: $0.key) == target }.flatMap { path, text in
      HCLFile(configuration: path, text).body.blocks("variable").filter {
        $0.body.attribute("default") == nil
      }
      .compactMap(\.labels.first)
    }
  }
}
