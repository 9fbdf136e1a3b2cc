/// A text with `{names}` in it, cut once so that filling it in only joins pieces.
struct Phrase: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case name(String)
  }

  private var pieces: [Piece] = []

  init(_ template: String) {
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.text(String(rest[..<open])))
      pieces.append(.name(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.text(String(rest)))
  }

  func filled(_ values: KeyValuePairs<String, String>) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .name(let name): text += values.first { $0.key == name }?.value ?? "{\(name)}"
      }
    }
    return text
  }
}
