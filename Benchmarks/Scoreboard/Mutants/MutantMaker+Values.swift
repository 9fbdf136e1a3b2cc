import Basics
import HCL
import Vocabulary

extension MutantMaker {
  /// Another value in place of each that the requirement names, where what shows it holds that value.
  func values(_ requirement: Requirement, evidence: [String]) -> [Mutant] {
    let text = requirement.text.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? requirement.text
    return Self.tokens(of: text).flatMap { token -> [Mutant] in
      let before = words(before: text)
      let isFloor = Self.isFloor(text) || Self.isFloor(before)
      let isCeiling = Self.isCeiling(text) || Self.isCeiling(before)
      // Of things that are joined, and of what may be done to one, a number says how many there are.
      let counts = [.exists, .flow, .permission].contains(requirement.kind)
      return token.others(isFloor: isFloor, isCeiling: isCeiling).compactMap { other in
        let forms = token.forms
        let files = replacing(evidence) { source in
          source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard !counts || Self.isCount(line), !token.isSize || Self.isSize(line) else {
              return String(line)
            }
            return forms.reduce(String(line)) { $0.replacingToken($1.0, with: $1.1(other)) }
          }.joined(separator: "\n")
        }
        return files.map {
          Mutant(
            requirement: requirement, change: "\(token.text) becomes \(other)", files: $0, breaks: true)
        }
      }
    }
  }

  /// The files with the source of what shows a requirement, and of the variables and locals it refers to, replaced.
  private func replacing(_ evidence: [String], _ change: (String) -> String) -> [Artifact]? {
    let own = blocks(evidence)
    let parsed = answer.files.map { HCLFile(path: $0.path, text: $0.content) }
    let named = Set(
      parsed.flatMap(\.body.blocks).filter { own.contains(BlockAddress($0.type, labels: $0.labels)) }
        .flatMap(\.body.allReferences).filter { $0.root == "var" || $0.root == "local" }
        .compactMap { $0.steps.first?.name })
    var isChanged = false
    let files = zip(answer.files, parsed).map { file, tree -> Artifact in
      guard ArtifactFormat.openTofu.names(file.path) else { return file }
      var bytes = Array(file.content.utf8)
      let meant = tree.body.blocks.filter {
        own.contains(BlockAddress($0.type, labels: $0.labels))
          || ($0.type == "variable" && named.contains($0.labels.first ?? ""))
          || ($0.type == "locals" && $0.body.attributes.contains { named.contains($0.name) })
      }
      for block in meant.sorted(by: { $0.range.start.offset > $1.range.start.offset }) {
        let place = block.range.start.offset..<block.range.end.offset
        let old = String(decoding: bytes[place], as: UTF8.self)
        let new = change(old)
        guard new != old else { continue }
        isChanged = true
        bytes.replaceSubrange(place, with: new.utf8)
      }
      return Artifact(path: file.path, content: String(decoding: bytes, as: UTF8.self))
    }
    return isChanged ? files : nil
  }

  /// What the request says right before the words of a requirement.
  func words(before text: String) -> String {
    guard let range = answer.request.firstRange(of: text) else { return "" }
    return String(answer.request[..<range.lowerBound].suffix(14))
  }

  /// Whether a line of a block says how many there are.
  private static func isCount(_ line: Substring) -> Bool {
    let argument = line.split(separator: "=").first.map(String.init) ?? ""
    return ["count", "desired", "capacity", "number"].contains { argument.contains($0) }
  }

  /// Whether a line of a block says how large something is.
  private static func isSize(_ line: Substring) -> Bool {
    let argument = line.split(separator: "=").first.map(String.init) ?? ""
    return [
      "size", "memory", "storage", "capacity", "gb", "disk", "quota", "default", "bytes", "limit", "mb",
    ].contains {
      argument.contains($0)
    }
  }

  static func isFloor(_ text: String) -> Bool {
    ["at least", "minimum", " min", "or more", "more than", "grow", "mindestens", "not less"].contains(
      where: text.lowercased().contains)
  }

  private static func isCeiling(_ text: String) -> Bool {
    ["at most", "maximum", " max", "up to", "no more", "höchstens", "bis zu"].contains(
      where: text.lowercased().contains)
  }

  private static func tokens(of text: String) -> [RequestedValue] {
    let words = text.split { " ,;()'\"=".contains($0) }.map(String.init)
    return words.enumerated().compactMap { index, word in
      RequestedValue(word, unit: index + 1 < words.count ? words[index + 1] : nil)
    }
  }
}

extension String {
  /// With each whole word that is the token replaced: none of its neighbours is a letter, a digit, a dot or a hyphen.
  func replacingToken(_ token: String, with other: String) -> String {
    guard !token.isEmpty else { return self }
    var result = ""
    var rest = self[...]
    while let range = rest.firstRange(of: token) {
      let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
      let after = range.upperBound == endIndex ? nil : self[range.upperBound]
      let isWhole = ![before, after].contains { neighbour in
        neighbour.map { $0.isLetter || $0.isNumber || "._-/".contains($0) } ?? false
      }
      result += rest[..<range.lowerBound] + (isWhole ? other[...] : rest[range])
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
