import Basics
import Yams

/// Turns the parser's nodes into positioned ones and refuses what this room does not read.
struct NodeConverter {
  private let fault: YAMLFault
  private let limits: YAMLLimits
  private let followsAliases: Bool
  private var cursor: TextCursor
  /// Nodes made so far: an alias stands for as many as its anchor has.
  private var count = 0

  /// - Parameter followsAliases: whether an alias stands for what its anchor names, or is refused.
  init(text: String, fault: YAMLFault, limits: YAMLLimits, followsAliases: Bool) {
    self.followsAliases = followsAliases
    self.fault = fault
    self.limits = limits
    cursor = TextCursor(text)
  }

  mutating func convert(_ node: Node, depth: Int) throws(Diagnostic) -> YAMLNode {
    let position = place(node.mark)
    try refuseAnchor(of: node, at: position)
    guard depth <= limits.maximumDepth else {
      throw fault.make(
        "too-deep", summary: "YAML nested too deeply",
        detail: "At most \(limits.maximumDepth) levels are read.", at: position)
    }
    count += 1
    guard count <= limits.maximumNodes else {
      throw fault.make(
        "too-many", summary: "Too many YAML nodes",
        detail: "More than \(limits.maximumNodes) values come out of the text, counting what aliases repeat.",
        at: position)
    }
    switch node {
    case .scalar(let scalar):
      return YAMLNode(.scalar(try convert(scalar, at: position)), at: position)
    case .sequence(let sequence):
      try refuseTag(sequence.tag, allowed: "tag:yaml.org,2002:seq", at: position)
      var elements: [YAMLNode] = []
      for element in sequence { elements.append(try convert(element, depth: depth + 1)) }
      return YAMLNode(.sequence(elements), at: position)
    case .mapping(let mapping):
      try refuseTag(mapping.tag, allowed: "tag:yaml.org,2002:map", at: position)
      return YAMLNode(.mapping(try pairs(of: mapping, depth: depth)), at: position)
    case .alias:
      throw fault.make("alias", summary: "YAML alias", detail: YAMLFault.noAlias, at: position)
    }
  }

  private mutating func pairs(of mapping: Node.Mapping, depth: Int) throws(Diagnostic) -> [YAMLNode.Pair] {
    var pairs: [YAMLNode.Pair] = []
    var seen: Set<String> = []
    var inherited: [YAMLNode.Pair] = []
    for (keyNode, value) in mapping {
      let position = place(keyNode.mark)
      try refuseAnchor(of: keyNode, at: position)
      guard case .scalar(let scalar) = keyNode else {
        throw fault.make(
          "key", summary: "Key is not a word",
          detail: "A key has to be a single word or a quoted text, not a list or a mapping.",
          at: position)
      }
      let key = try convert(scalar, at: position)
      if followsAliases, key.style == .plain, key.text == "<<" {
        merge(try convert(value, depth: depth + 1), into: &inherited)
        continue
      }
      guard key.style != .plain || key.text != "<<" else {
        throw fault.make(
          "merge", summary: "YAML merge key", detail: "'<<' is not read. Write the keys where they are used.",
          at: position)
      }
      guard seen.insert(key.text).inserted else {
        throw fault.make(
          "duplicate-key", summary: "Duplicate key", detail: YAMLFault.duplicate("'\(key.text)'"),
          at: position)
      }
      pairs.append(
        YAMLNode.Pair(key: key.text, keyPosition: position, value: try convert(value, depth: depth + 1)))
    }
    // What a mapping says itself goes before what it takes over.
    return pairs + inherited.filter { seen.insert($0.key).inserted }
  }

  /// `<<: *base`, or a list of such; of several the first that has a key gives its value.
  private func merge(_ node: YAMLNode, into pairs: inout [YAMLNode.Pair]) {
    for source in node.elements ?? [node] { pairs += source.pairs ?? [] }
  }

  private func convert(
    _ scalar: Node.Scalar, at position: SourcePosition
  ) throws(Diagnostic) -> YAMLNode.Scalar {
    try refuseTag(scalar.tag, allowed: "tag:yaml.org,2002:str", at: position)
    let style: YAMLNode.Scalar.Style =
      switch scalar.style {
      case .any, .plain: .plain
      case .singleQuoted: .singleQuoted
      case .doubleQuoted: .doubleQuoted
      case .literal: .literal
      case .folded: .folded
      }
    let isTagged = scalar.tag.description == "tag:yaml.org,2002:str" && style == .plain
    return YAMLNode.Scalar(text: scalar.string, style: style, isString: isTagged || style != .plain)
  }

  private func refuseAnchor(of node: Node, at position: SourcePosition) throws(Diagnostic) {
    guard followsAliases || node.anchor == nil else {
      throw fault.make("anchor", summary: "YAML anchor", detail: YAMLFault.noAlias, at: position)
    }
  }

  private func refuseTag(_ tag: Tag, allowed: String, at position: SourcePosition) throws(Diagnostic) {
    let name = tag.description
    guard name.isEmpty || name == "!" || name == allowed else {
      throw fault.make(
        "tag", summary: "YAML tag",
        detail: "The tag '\(name)' is not read. Quote the value where it has to stay a text.",
        at: position)
    }
  }

  private mutating func place(_ mark: Mark?) -> SourcePosition {
    cursor.position(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }
}
