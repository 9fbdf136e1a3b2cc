import Basics
import HCL
import Vocabulary

/// Reads rules from a file of `rule` and `group` blocks; every mistake in it is a diagnostic with its place.
struct RuleReader: ArgumentReading {
  static let code = "policy.rule"
  private let file: HCLFile
  private let bytes: [UInt8]
  /// Names for several types at once, such as `workload`.
  private let groups: [String: [String]]
  private(set) var rules: [Rule] = []
  var diagnostics: [Diagnostic]

  private static let arguments: Set<String> = [
    "title", "severity", "category", "resource", "applies", "require", "message", "why", "advice",
    "references", "awaits",
  ]

  init(path: String, text: String, groups: [String: [String]]) {
    file = HCLFile(path: path, text: text)
    bytes = Array(text.utf8)
    self.groups = groups
    diagnostics = file.diagnostics
    for block in file.body.blocks("group") where Self.group(block) == nil {
      report(
        "Missing types", detail: "A group has a name and lists the types it stands for in \"types\".",
        range: block.typeRange
      )
    }
    for block in file.body.blocks where block.type != "group" {
      if block.type == "rule", block.labels.count == 1 {
        if let rule = readRule(block) { rules.append(rule) }
      } else {
        report(
          "Unsupported block type", detail: "Only rule \"id\" and group \"name\" blocks are expected here.",
          range: block.typeRange)
      }
    }
  }

  /// The groups of a file: names for several types.
  static func groups(path: String, text: String) -> [String: [String]] {
    let blocks = HCLFile(path: path, text: text).body.blocks("group")
    return Dictionary(blocks.compactMap(group), uniquingKeysWith: { first, _ in first })
  }

  private static func group(_ block: Block) -> (String, [String])? {
    var evaluator = Evaluator(scope: Scope())
    guard let name = block.labels.first, let types = block.body.attribute("types"),
      let names = evaluator.evaluate(types.value).elements?.compactMap(\.text), !names.isEmpty
    else { return nil }
    return (name, names)
  }

  private mutating func readRule(_ block: Block) -> Rule? {
    for attribute in block.body.attributes where !Self.arguments.contains(attribute.name) {
      report(
        "Unsupported argument",
        detail: "A rule has no argument \"\(attribute.name)\"."
          + suggestion(for: attribute.name, among: Self.arguments), range: attribute.nameRange)
    }
    guard let title = self.text(block, name: "title"),
      let severity = word(block, name: "severity", make: Severity.init(rawValue:)),
      let category = word(block, name: "category", make: Finding.Category.init(rawValue:)),
      let types = self.texts(block, name: "resource"), let require = expression(block, name: "require"),
      let message = expression(block, name: "message"), let why = text(block, name: "why"),
      let advice = text(block, name: "advice"),
      let passing = content(block, type: "pass"), let failing = content(block, type: "fail")
    else { return nil }
    return Rule(
      id: block.labels[0], title: title, severity: severity, category: category,
      types: types.flatMap { groups[$0] ?? [$0] }, applies: block.body.attribute("applies")?.value,
      require: require,
      message: message, why: why, advice: advice,
      references: block.body.attribute("references") == nil ? [] : texts(block, name: "references") ?? [],
      awaits: block.body.attribute("awaits") == nil ? nil : text(block, name: "awaits"),
      remedy: block.body.blocks("remedy").first.map(remedy), passing: RuleCase(text: passing),
      failing: RuleCase(text: failing))
  }

  private func remedy(_ block: Block) -> Remedy {
    let all = block.body.blocks("set").flatMap { settings($0.body, path: []) }
    func value(_ type: String) -> Value {
      block.body.blocks(type).first.map { object($0.body) } ?? .object([:])
    }
    return Remedy(
      settings: all, companion: block.body.blocks("add").first.map(companion), object: value("object"),
      pod: value("pod"), container: value("container"))
  }

  private func settings(_ body: Body, path: [String]) -> [Remedy.Setting] {
    body.attributes.map { Remedy.Setting(path: path + [$0.name], source: source($0.value.range)) }
      + body.blocks.flatMap { settings($0.body, path: path + [$0.type]) }
  }

  /// Nested blocks as objects, unlike in resources, where they are lists.
  private func object(_ body: Body) -> Value {
    var evaluator = Evaluator(scope: Scope())
    var members: [String: Value] = [:]
    for attribute in body.attributes { members[attribute.name] = evaluator.evaluate(attribute.value) }
    for block in body.blocks { members[block.type] = object(block.body) }
    return .object(members)
  }

  /// The text of the companion with marks where the address and the name of the resource go.
  private func companion(_ block: Block) -> String {
    var marks: [(Range<Int>, String)] = []
    func collect(_ body: Body) {
      for attribute in body.attributes {
        for reference in attribute.value.references where reference.root == "self" {
          marks.append(
            (reference.rootRange.start.offset..<reference.rootRange.end.offset, CompanionText.address))
        }
      }
      for block in body.blocks {
        for (label, range) in zip(block.labels, block.labelRanges) where label == "self" {
          marks.append((range.start.offset..<range.end.offset, "\"\(CompanionText.label)\""))
        }
        collect(block.body)
      }
    }
    collect(block.body)
    var text = bytes
    for (range, mark) in marks.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      text.replaceSubrange(range, with: mark.utf8)
    }
    let grown = text.count - bytes.count
    let inside = text[block.openBrace.end.offset..<block.closeBrace.start.offset + grown]
    return String(decoding: inside, as: UTF8.self)
  }

  // MARK: Arguments

  private mutating func content(_ block: Block, type: String) -> String? {
    guard let inner = block.body.blocks(type).first else {
      report(
        "Missing block", detail: "A rule needs a \"\(type)\" block to be tried on.", range: block.headerRange)
      return nil
    }
    return String(decoding: bytes[inner.openBrace.end.offset..<inner.closeBrace.start.offset], as: UTF8.self)
  }

  private func source(_ range: SourceRange) -> String {
    String(decoding: bytes[range.start.offset..<range.end.offset], as: UTF8.self)
  }

}
