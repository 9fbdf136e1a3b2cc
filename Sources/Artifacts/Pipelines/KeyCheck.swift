import Basics
import StrictYAML

/// Holds the keys of a part of a file against those that its system knows.
struct KeyCheck {
  let file: PipelineFile
  let table: KeyTable

  /// A key that is missing or nearly a known one is wrong; one that resembles none is not checked.
  func check(_ node: YAMLNode?, part: String, of name: String) -> PipelineVerdict {
    var verdict = PipelineVerdict()
    guard let node else { return verdict }
    guard let pairs = node.pairs else {
      verdict.diagnostics.append(
        file.fault("wrong-type", summary: "Wrong type", detail: "\(name) has to be a mapping.", at: node))
      return verdict
    }
    let keys = table[part]
    for key in keys.required where node[key] == nil {
      verdict.diagnostics.append(
        file.fault("missing-key", summary: "Missing key", detail: "\(name) needs '\(key)'.", at: node))
    }
    for pair in pairs where !keys.known.contains(pair.key) {
      guard let near = Spelling.nearest(to: pair.key, in: keys.known) else {
        verdict.unchecked.append("\(file.path): \(name).\(pair.key)")
        continue
      }
      verdict.diagnostics.append(
        file.fault(
          "unknown-key", summary: "Unknown key",
          detail: "\(name) has no key '\(pair.key)'. Did you mean '\(near)'?", at: pair.value))
    }
    return verdict
  }
}

extension PipelineVerdict {
  /// Both together.
  static func + (left: PipelineVerdict, right: PipelineVerdict) -> PipelineVerdict {
    PipelineVerdict(
      diagnostics: left.diagnostics + right.diagnostics, unchecked: left.unchecked + right.unchecked)
  }

  /// Both together.
  static func += (left: inout PipelineVerdict, right: PipelineVerdict) { left = left + right }
}

extension YAMLNode {
  /// A text, or the texts of a list.
  var names: [YAMLNode] { elements ?? (text == nil ? [] : [self]) }
}
