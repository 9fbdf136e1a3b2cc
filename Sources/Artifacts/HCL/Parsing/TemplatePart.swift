import Basics

/// A template as a flat sequence, before its directives are paired.
struct TemplatePart {
  enum Kind {
    case text(String)
    case interpolation(HCLExpression)
    case ifStart(HCLExpression)
    case forStart(key: String?, value: String, collection: HCLExpression)
    case elseMark, endIf, endFor
    case end
  }

  var kind: Kind
  var range: SourceRange

  var text: String? {
    if case .text(let text) = kind { text } else { nil }
  }
}
