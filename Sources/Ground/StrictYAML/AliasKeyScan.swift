import Basics

/// The parser compares mapping keys by their whole content, so a key that is an alias to a pile of aliases costs time
/// that grows tenfold with each level, before any node can be looked at. A text with several anchors and an alias in
/// the place of a key is therefore refused unread.
enum AliasKeyScan {
  private static let fewAnchors = 4

  static func refuse(_ text: String, fault: YAMLFault) throws(Diagnostic) {
    var anchors = 0
    var hasKey = false
    var previous: UInt8 = 0x0A
    var inAlias = false
    for byte in text.utf8 {
      let opens = [0x20, 0x0A, 0x09, 0x2C, 0x5B, 0x7B].contains(previous)
      if inAlias {
        if byte == UInt8(ascii: ":") { hasKey = true }
        if byte == 0x0A || byte == UInt8(ascii: ",") { inAlias = false }
      }
      if opens {
        if byte == UInt8(ascii: "&") { anchors += 1 }
        if byte == UInt8(ascii: "*") { inAlias = true }
        if byte == UInt8(ascii: "?") { hasKey = true }
      }
      if anchors > fewAnchors, hasKey {
        throw fault.make("alias", summary: "YAML alias", detail: YAMLFault.noAlias)
      }
      previous = byte
    }
  }
}
