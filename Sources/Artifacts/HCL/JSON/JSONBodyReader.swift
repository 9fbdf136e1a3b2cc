import Basics

/// Turns JSON objects into bodies, by the rules of OpenTofu's JSON configuration syntax.
struct JSONBodyReader {
  /// How many labels the top-level blocks have.
  private static let labels = [
    "resource": 2, "data": 2, "ephemeral": 2, "variable": 1, "output": 1, "module": 1, "provider": 1,
    "check": 1,
    "terraform": 0, "locals": 0, "moved": 0, "import": 0, "removed": 0,
  ]
  /// The blocks that the language itself has inside of others, with their labels.
  private static let inner = [
    "lifecycle": 0, "precondition": 0, "postcondition": 0, "connection": 0, "provisioner": 1, "dynamic": 1,
    "content": 0, "validation": 0, "required_providers": 0, "backend": 1, "cloud": 0, "workspaces": 0,
    "provider_meta": 1, "encryption": 0, "assert": 0,
  ]
  private let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) {
    self.file = file
  }

  mutating func topLevel(_ node: JSONNode) -> Body {
    var body = Body(range: node.range)
    for object in objects(node) {
      for member in members(object) {
        if let labels = Self.labels[member.key] {
          addBlocks(member.key, typeRange: member.keyRange, node: member.value, labels: labels, to: &body)
        } else {
          body.blocks.append(
            block(
              member.key, labels: [], ranges: [], typeRange: member.keyRange,
              body: Body(range: member.value.range)))
        }
      }
    }
    return body
  }

  /// The objects of an array, or the object itself.
  private func objects(_ node: JSONNode) -> [JSONNode] {
    if case .array(let elements) = node.kind { elements } else { [node] }
  }

  /// The members of an object without comments.
  private mutating func members(_ node: JSONNode) -> [(key: String, keyRange: SourceRange, value: JSONNode)] {
    guard case .object(let members) = node.kind else {
      diagnostics.append(
        Diagnostic(
          code: "hcl.syntax", summary: "Incorrect JSON value type",
          detail: "A JSON object is required here, setting the arguments for this block.", range: node.range))
      return []
    }
    return members.filter { $0.key != "//" }
  }

  private mutating func addBlocks(
    _ type: String, typeRange: SourceRange, node: JSONNode, labels: Int, to body: inout Body,
    names: [String] = [], ranges: [SourceRange] = []
  ) {
    for object in objects(node) {
      if names.count == labels {
        let inner = self.body(object, of: type)
        body.blocks.append(block(type, labels: names, ranges: ranges, typeRange: typeRange, body: inner))
      } else {
        for member in members(object) {
          addBlocks(
            type, typeRange: typeRange, node: member.value, labels: labels, to: &body,
            names: names + [member.key], ranges: ranges + [member.keyRange]
          )
        }
      }
    }
  }

  private func block(
    _ type: String, labels: [String], ranges: [SourceRange], typeRange: SourceRange, body: Body
  ) -> Block {
    Block(
      type: type, labels: labels, body: body, typeRange: typeRange, labelRanges: ranges,
      openBrace: SourceRange(file: file, start: body.range.start),
      closeBrace: SourceRange(file: file, start: body.range.end))
  }

  private mutating func body(_ node: JSONNode, of type: String) -> Body {
    var body = Body(range: node.range)
    for member in members(node) {
      if let labels = Self.inner[member.key], type != "locals" {
        addBlocks(member.key, typeRange: member.keyRange, node: member.value, labels: labels, to: &body)
        continue
      }
      let value = expression(
        member.value, isExpression: type != "locals" && Self.isExpression(member.key, in: type))
      body.attributes.append(
        Attribute(
          name: member.key, value: value, range: member.keyRange.joined(with: member.value.range),
          nameRange: member.keyRange, equalsRange: member.keyRange))
    }
    return body
  }

  private static func isExpression(_ name: String, in type: String) -> Bool {
    switch name {
    case "type": type == "variable"
    case "provider", "depends_on": ["resource", "data", "module", "output"].contains(type)
    case "providers": type == "module"
    case "iterator": type == "dynamic"
    case "ignore_changes", "replace_triggered_by": type == "lifecycle"
    case "from", "to": ["moved", "import", "removed"].contains(type)
    default: false
    }
  }

  private mutating func expression(_ node: JSONNode, isExpression: Bool) -> HCLExpression {
    switch node.kind {
    case .other(let value): return HCLExpression(.literal(value), range: node.range)
    case .array(let elements):
      return HCLExpression(
        .tuple(elements.map { expression($0, isExpression: isExpression) }), range: node.range)
    case .object(let members):
      let items = members.map { member in
        ObjectItem(
          key: text(member.key, range: member.keyRange, isExpression: false),
          value: expression(member.value, isExpression: isExpression))
      }
      return HCLExpression(.object(items), range: node.range)
    case .string(let string): return text(string, range: node.range, isExpression: isExpression)
    }
  }

  /// A text without templates is itself; everything in a template stands at the place of the text.
  private mutating func text(_ string: String, range: SourceRange, isExpression: Bool) -> HCLExpression {
    if !isExpression, !string.contains("${"), !string.contains("%{") {
      return HCLExpression(.template([HCLExpression(.literal(.string(string)), range: range)]), range: range)
    }
    do {
      if isExpression { return try HCLExpression(parsing: string, file: file).placed(at: range) }
      return try HCLExpression(template: string, file: file).placed(at: range)
    } catch let errors as DiagnosticsError {
      for var diagnostic in errors.diagnostics {
        diagnostic.range = range
        diagnostics.append(diagnostic)
      }
    } catch {
      diagnostics.append(
        Diagnostic(code: "hcl.syntax", summary: "Invalid expression", detail: "\(error)", range: range))
    }
    return HCLExpression(.invalid, range: range)
  }
}

extension HCLExpression {
  /// A template on its own, as its text: read as a here-document, which leaves everything else as it is.
  fileprivate init(template text: String, file: String) throws {
    let marker = "END_OF_TEMPLATE"
    let heredoc = try HCLExpression(parsing: "<<\(marker)\n\(text)\n\(marker)\n", file: file)
    guard case .template(var parts) = heredoc.kind else {
      self = heredoc
      return
    }
    if let last = parts.last, case .literal(.string(let ending)) = last.kind, ending.hasSuffix("\n") {
      parts.removeLast()
      if ending != "\n" {
        parts.append(HCLExpression(.literal(.string(String(ending.dropLast()))), range: last.range))
      }
    }
    let isWhole = parts.count == 1 && text.hasPrefix("${") && text.hasSuffix("}")
    if isWhole, case .literal = parts[0].kind {
      self.init(.template(parts), range: heredoc.range)
    } else {
      self.init(isWhole ? .wrapped(parts[0]) : .template(parts), range: heredoc.range)
    }
  }
}
