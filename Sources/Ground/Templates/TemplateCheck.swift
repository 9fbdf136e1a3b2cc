import Basics

/// Walks the tags as the library will and finds the first name without a value.
struct TemplateCheck {
  let file: String

  func check(_ tags: [TemplateTag], stack: [JSONValue]) throws(Diagnostic) {
    for tag in tags {
      switch tag {
      case .variable(let name, let position):
        let value = try value(of: name, stack: stack, at: position)
        if value.object != nil || value.array != nil || value.isNull {
          throw fault("'\(name)' is a list, an object or null and cannot be written as a text.", at: position)
        }
      case .section(let name, let isInverted, let position, let inner):
        let value = try value(of: name, stack: stack, at: position)
        if isInverted {
          if !holds(value) { try check(inner, stack: stack) }
        } else if case .array(let elements) = value {
          for element in elements { try check(inner, stack: stack + [element]) }
        } else if holds(value) {
          try check(inner, stack: value.bool == nil ? stack + [value] : stack)
        }
      }
    }
  }

  private func holds(_ value: JSONValue) -> Bool {
    switch value {
    case .null, .bool(false): false
    case .array(let elements): !elements.isEmpty
    default: true
    }
  }

  private func value(of name: String, stack: [JSONValue], at position: SourcePosition) throws(Diagnostic)
    -> JSONValue
  {
    if name == "." { return stack.last ?? .null }
    let path = name.split(separator: ".").map(String.init)
    guard let head = path.first, var value = stack.reversed().lazy.compactMap({ $0[head] }).first else {
      throw fault("No value is given for '\(name)'.", at: position)
    }
    for key in path.dropFirst() {
      guard let child = value[key] else { throw fault("No value is given for '\(name)'.", at: position) }
      value = child
    }
    return value
  }

  private func fault(_ detail: String, at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      code: "template.missing", summary: "Missing template value",
      detail: detail + " Give it a value or take it out of the template.",
      range: SourceRange(file: file, start: position))
  }
}
