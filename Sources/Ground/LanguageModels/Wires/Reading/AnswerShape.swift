import Basics

/// What the body of an answer turns out to be, whatever its head calls it.
enum AnswerShape {
  /// The protocol's stream.
  case stream
  /// One JSON document.
  case document
  /// A page for a browser: a sign-in, a proxy, an address that is not the model's.
  case page

  /// Nil as long as the bytes do not say.
  init?(_ bytes: [UInt8], of wire: any Wire) {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    guard let first = wire.framing == .frames ? rest.first : rest.first(where: { $0 > 0x20 }) else {
      return nil
    }
    switch first {
    case _ where wire.framing == .frames: self = .stream
    case UInt8(ascii: "<"): self = .page
    case UInt8(ascii: "{") where wire.framing == .events, UInt8(ascii: "[") where wire.framing == .events:
      self = .document
    default: self = .stream
    }
  }

  /// A page in a few words: its title or first heading.
  static func title(ofPage bytes: [UInt8]) -> String {
    let page = String(decoding: bytes.prefix(20_000), as: UTF8.self)
    for tag in ["title", "h1", "h2"] {
      guard let open = page.firstRange(of: "<\(tag)"),
        let start = page[open.upperBound...].firstIndex(of: ">"),
        let end = page[start...].firstRange(of: "</\(tag)")
      else { continue }
      let text = page[page.index(after: start)..<end.lowerBound].split(whereSeparator: \.isWhitespace)
      if !text.isEmpty { return String(text.joined(separator: " ").prefix(100)) }
    }
    return ""
  }
}
