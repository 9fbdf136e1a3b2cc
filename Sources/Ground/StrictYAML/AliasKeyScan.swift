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
    /// What may follow the sign of an anchor or an alias: `&&` of a shell and `*` of a pattern are none.
    func isName(_ byte: UInt8?) -> Bool {
      guard let byte else { return false }
      return ![0x20, 0x0A, 0x0D, 0x09, 0x26, 0x2A, 0x2E, 0x2F, 0x29, 0x22, 0x27].contains(byte)
    }
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let opens = [0x20, 0x0A, 0x09, 0x2C, 0x5B, 0x7B].contains(previous)
      if inAlias {
        if byte == UInt8(ascii: ":") { hasKey = true }
        if byte == 0x0A || byte == UInt8(ascii: ",") { inAlias = false }
      }
      if opens {
        if byte == UInt8(ascii: "&"), isName(rest.first) { anchors += 1 }
        if byte == UInt8(ascii: "*"), isName(rest.first) { inAlias = true }
        if byte == UInt8(ascii: "?"), rest.first == 0x20 || rest.first == 0x0A { hasKey = true }
      }
      if anchors > fewAnchors, hasKey {
        throw fault.make("alias", summary: "YAML alias", detail: YAMLFault.noAlias)
      }
      previous = byte
    }
  }
}
