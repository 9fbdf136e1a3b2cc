import Basics
import HCL
import ResourceGraph
import StrictYAML
import Vocabulary

/// Writes patches against the code of an estate. What was advised on a block before is in the text that the next patch
/// of the same block begins from.
struct PatchWriter: Sendable {
  /// One change of code that is not yet taken.
  struct Draft: Sendable {
    var patch: AdvicePatch
    var texts: [CodeSlice: String]
  }

  private let code: CodeBase
  /// The text of each changed part as the advice so far leaves it.
  private(set) var texts: [CodeSlice: String] = [:]
  private var advised: [CodeSlice: [String]] = [:]

  init(code: CodeBase) {
    self.code = code
  }

  /// The patch for edits of resources that are all in the code.
  /// - Parameter mayChangeBlocks: whether all that the blocks of these resources make is to be changed.
  /// - Throws: `Diagnostic` where the code cannot be changed in place, `CodePlaceFault` where no place in it decides.
  func draft(
    _ edits: [ResourceEdit], mayChangeBlocks: Bool = true, resource: (String) -> Resource?
  ) throws -> Draft? {
    var changed: [CodeSlice: String] = [:]
    for edit in edits {
      guard let target = resource(edit.address), let slice = code.slice(of: target) else { return nil }
      guard slice.language == .hcl else {
        changed[slice] = try Self.yaml(changed[slice] ?? current(slice), change: edit.change, slice: slice)
        continue
      }
      let place = try place(of: edit.change, resource: target, mayChangeBlock: mayChangeBlocks)
      changed[place.slice] = try Self.hcl(
        changed[place.slice] ?? current(place.slice), change: edit.change, place: place)
    }
    guard let first = changed.keys.min(by: { ($0.file, $0.line) < ($1.file, $1.line) }) else { return nil }
    let diffs = Set(changed.keys.map(\.file)).sorted().map { file in diff(file, changed: changed) }
    let edited = changed.sorted { ($0.key.file, $0.key.line) < ($1.key.file, $1.key.line) }.map(\.value)
    let after = Set(changed.keys.flatMap { advised[$0] ?? [] }).sorted()
    return Draft(
      patch: AdvicePatch(
        language: first.language, file: first.file, diff: diffs.joined(),
        edited: edited.filter { !$0.isEmpty }.joined(separator: "\n\n"), after: after), texts: changed)
  }

  /// Takes a draft for good.
  mutating func take(_ draft: Draft, fingerprint: String) {
    for (slice, text) in draft.texts {
      texts[slice] = text
      advised[slice, default: []].append(fingerprint)
    }
  }

  /// Everything that was taken as one difference: patches of blocks that stand beside each other apply together.
  var whole: String {
    Set(texts.keys.map(\.file)).sorted().map { file in
      LineDiff.unified(
        code.text(of: file, replacing: [:]), after: code.text(of: file, replacing: texts), file: file)
    }.joined()
  }

  private func current(_ slice: CodeSlice) -> String { texts[slice] ?? code.text(of: slice) }

  /// Against the file with what was advised before on the same parts, and nothing else.
  private func diff(_ file: String, changed: [CodeSlice: String]) -> String {
    let parts = changed.keys.filter { $0.file == file }
    // One part that stays needs no more of the file than the lines around it.
    if parts.count == 1, let part = parts.first, let text = changed[part], !text.isEmpty,
      let around = code.surroundings(of: part)
    {
      return LineDiff.unified(
        around.before + current(part) + around.after, after: around.before + text + around.after, file: file,
        line: around.line)
    }
    let before = Dictionary(uniqueKeysWithValues: parts.map { ($0, current($0)) })
    return LineDiff.unified(
      code.text(of: file, replacing: before), after: code.text(of: file, replacing: changed), file: file)
  }

  /// Where an edit of HCL is made: an argument where its value is decided, everything else in the block itself.
  private func place(
    of change: ResourceEdit.Change, resource: Resource, mayChangeBlock: Bool
  ) throws(CodePlaceFault) -> CodePlace {
    guard let own = code.declaration(of: resource) else {
      throw CodePlaceFault(reason: "The block of \(resource.address) is not among the files given.")
    }
    if case .set(let path, _) = change {
      return try code.places.place(
        of: Self.names(path), block: own.block, slice: own.slice, modulePrefix: resource.modulePrefix,
        root: code.root(of: own.slice.file), mayChangeBlock: mayChangeBlock)
    }
    try code.places.checkOwn(own.slice)
    guard mayChangeBlock else {
      throw CodePlaceFault(
        reason:
          "The block makes other resources too, in other calls of its module: a change of it would change them."
      )
    }
    return CodePlace(
      slice: own.slice, block: BlockAddress(own.block.type, labels: own.block.labels), path: [])
  }

  private static func hcl(
    _ text: String, change: ResourceEdit.Change, place: CodePlace
  ) throws(Diagnostic) -> String {
    if case .remove = change { return "" }
    var edit = try HCLEdit(path: place.slice.file, text: text)
    switch change {
    case .set(_, let value):
      if let block = place.block {
        try edit.set(place.path, to: value.codeSource, in: block)
      } else {
        try edit.set(place.path, to: value.codeSource)
      }
    case .unset(let path):
      if let block = place.block { try edit.remove(names(path), in: block) }
    case .remove: break
    case .add(let text): try edit.append(text)
    }
    var result = edit.text(keepingLayoutOf: text)
    while result.hasSuffix("\n") { result.removeLast() }
    return result
  }

  /// In HCL blocks of a name are changed together.
  private static func names(_ path: [ResourceEdit.Step]) -> [String] {
    path.compactMap { step in
      if case .name(let name) = step { return name }
      return nil
    }
  }

  private static func yaml(
    _ text: String, change: ResourceEdit.Change, slice: CodeSlice
  ) throws(Diagnostic) -> String {
    var edit = try YAMLEdit(text, file: slice.file)
    func steps(_ path: [ResourceEdit.Step]) -> [YAMLEdit.Step] {
      path.map { step in
        switch step {
        case .name(let name): .key(name)
        case .index(let index): .index(index)
        }
      }
    }
    switch change {
    case .set(let path, let value): try edit.set(steps(path), to: scalar(value))
    case .unset(let path): try edit.remove(steps(path))
    case .remove: return ""
    case .add(let text): return edit.text + (edit.text.hasSuffix("\n") ? "" : "\n") + "---\n" + text
    }
    return edit.text
  }

  /// What reads back as the same value: a string that looks like something else is quoted.
  private static func scalar(_ value: Value) -> String {
    guard case .string(let text) = value else { return value.text ?? "null" }
    let plain = YAMLNode.Scalar(text: text, style: .plain, isString: false)
    return plain.json == .string(text) ? text : "\"\(text)\""
  }
}
