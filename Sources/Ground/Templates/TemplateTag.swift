import Basics

/// One tag of a template, for the check that runs before rendering.
indirect enum TemplateTag: Sendable {
  case variable(name: String, at: SourcePosition)
  case section(name: String, isInverted: Bool, at: SourcePosition, inner: [TemplateTag])

  func collect(into names: inout Set<String>) {
    switch self {
    case .variable(let name, _):
      if name != "." { names.insert(Self.head(of: name)) }
    case .section(let name, _, _, let inner):
      if name != "." { names.insert(Self.head(of: name)) }
      for tag in inner { tag.collect(into: &names) }
    }
  }

  private static func head(of name: String) -> String {
    String(name.split(separator: ".").first ?? "")
  }
}
