/// A small check that a text is well-formed: every element is closed by its own name, entities are known.
struct XMLCheck {
  private(set) var isWellFormed = true
  private(set) var elements: [String: Int] = [:]

  init(_ text: String) {
    var open: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else {
        isWellFormed = false
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = String(tag.prefix { $0.isLetter || $0 == "/" || $0 == "?" })
      if name.hasPrefix("?") { continue }
      if name.hasPrefix("/") {
        if open.popLast() != String(name.dropFirst()) { isWellFormed = false }
        continue
      }
      elements[name, default: 0] += 1
      if !tag.hasSuffix("/") { open.append(name) }
      if tag.contains("&"), !tag.split(separator: "&").dropFirst().allSatisfy({ $0.contains(";") }) {
        isWellFormed = false
      }
    }
    if !open.isEmpty { isWellFormed = false }
  }
}
