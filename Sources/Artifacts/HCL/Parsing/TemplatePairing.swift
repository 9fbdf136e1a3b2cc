import Basics

/// Pairs the `if … else … endif` and `for … endfor` of a template into expressions.
struct TemplatePairing {
  struct Problem {
    var summary: String
    var detail: String
    var range: SourceRange
  }

  private let parts: [TemplatePart]
  private var next = 0
  private var depth = 0
  private let depthLimit: Int
  private(set) var problems: [Problem] = []

  init(parts: [TemplatePart], depthLimit: Int) {
    self.parts = parts
    self.depthLimit = depthLimit
  }

  mutating func pair() -> [HCLExpression] {
    var expressions: [HCLExpression] = []
    while case let part = parts[next], !part.isEnd {
      expressions.append(parseOne())
    }
    return expressions
  }

  private mutating func read() -> TemplatePart {
    defer { if next < parts.count - 1 { next += 1 } }
    return parts[next]
  }

  private mutating func parseOne() -> HCLExpression {
    depth += 1
    defer { depth -= 1 }
    let part = read()
    if depth > depthLimit {
      next = parts.count - 1
      return problem(
        "Template nested too deeply",
        detail: "More than \(depthLimit) directives are inside one another here.", part: part)
    }
    switch part.kind {
    case .text(let text): return HCLExpression(.literal(.string(text)), range: part.range)
    case .interpolation(let expression): return expression
    case .ifStart(let condition): return parseIf(part, condition: condition)
    case .forStart(let key, let value, let collection):
      return parseFor(part, key: key, value: value, collection: collection)
    case .elseMark, .endIf, .endFor:
      return problem(
        "Unexpected \(part.name) directive",
        detail: "The control directives within this template are unbalanced.",
        part: part)
    case .end:
      return problem(
        "Unexpected end of template", detail: "The control directives within this template are unbalanced.",
        part: part)
    }
  }

  private mutating func parseIf(_ open: TemplatePart, condition: HCLExpression) -> HCLExpression {
    var branches: [[HCLExpression]] = [[]]
    while true {
      let part = parts[next]
      switch part.kind {
      case .end:
        return problem(
          "Unexpected end of template",
          detail: "The if directive at \(open.range) is missing its corresponding endif directive.",
          part: part)
      case .elseMark where branches.count == 1:
        _ = read()
        branches.append([])
      case .elseMark:
        _ = read()
        return problem(
          "Unexpected else directive",
          detail: "Already in the else clause for the if started at \(open.range).", part: part
        )
      case .endFor:
        _ = read()
        return problem(
          "Unexpected endfor directive",
          detail: "Expecting an endif directive for the if started at \(open.range).",
          part: part)
      case .endIf:
        _ = read()
        let place = open.range.joined(with: part.range)
        let no = branches.count == 2 ? branches[1] : []
        return HCLExpression(
          .conditional(
            condition, then: HCLExpression(.template(branches[0]), range: place),
            otherwise: HCLExpression(.template(no), range: place)), range: place)
      default:
        branches[branches.count - 1].append(parseOne())
      }
    }
  }

  private mutating func parseFor(
    _ open: TemplatePart, key: String?, value: String, collection: HCLExpression
  ) -> HCLExpression {
    var content: [HCLExpression] = []
    while true {
      let part = parts[next]
      switch part.kind {
      case .end:
        return problem(
          "Unexpected end of template",
          detail: "The for directive at \(open.range) is missing its corresponding endfor directive.",
          part: part)
      case .elseMark:
        _ = read()
        return problem(
          "Unexpected else directive", detail: "An else clause is not expected for a for directive.",
          part: part)
      case .endIf:
        _ = read()
        return problem(
          "Unexpected endif directive",
          detail: "Expecting an endfor directive corresponding to the for directive at \(open.range).",
          part: part)
      case .endFor:
        _ = read()
        let place = open.range.joined(with: part.range)
        let loop = ForExpression(
          keyName: key, valueName: value, collection: collection, key: nil,
          value: HCLExpression(.template(content), range: place), condition: nil, groups: false,
          makesObject: false)
        return HCLExpression(.joined(HCLExpression(.for(loop), range: place)), range: place)
      default:
        content.append(parseOne())
      }
    }
  }

  private mutating func problem(_ summary: String, detail: String, part: TemplatePart) -> HCLExpression {
    problems.append(Problem(summary: summary, detail: detail, range: part.range))
    return HCLExpression(.invalid, range: part.range)
  }
}

extension TemplatePart {
  fileprivate var isEnd: Bool {
    if case .end = kind { true } else { false }
  }

  fileprivate var name: String {
    switch kind {
    case .elseMark: "else"
    case .endIf: "endif"
    default: "endfor"
    }
  }
}
