import Experts

/// Turns words into names that clouds and configuration accept.
enum Identifier {
  /// An HCL identifier: `order_service`; `main` where nothing is left.
  static func label(_ text: String) -> String {
    let label = joined(text, by: "_")
    guard let first = label.first else { return "main" }
    return first.isNumber ? "n\(label)" : label
  }

  /// A DNS label: `order-service`, at most `limit` long.
  static func slug(_ text: String, limit: Int = 40) -> String {
    var slug = String(joined(text, by: "-").prefix(limit))
    while slug.last == "-" { slug.removeLast() }
    guard let first = slug.first else { return "main" }
    return first.isNumber ? String("n\(slug)".prefix(limit)) : slug
  }

  /// A short name for the whole: as many of the title's first words as fit.
  static func project(_ title: String) -> String {
    let words = joined(title, by: "-").split(separator: "-").filter {
      !["and", "a", "an", "the", "with", "by", "of", "on", "in", "for"].contains($0)
    }
    var name = ""
    for word in words where name.isEmpty || name.count + 1 + word.count <= 16 {
      name += name.isEmpty ? word : "-\(word)"
    }
    return slug(name, limit: 16)
  }

  private static func joined(_ text: String, by separator: String) -> String {
    text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: separator)
  }
}
