import CurlHTTP

extension HTTPTimeouts {
  /// The usual ones. A server on this machine reads a long prompt at some tens of tokens a second, and asks one after the
  /// other where it has one slot, before it says its first word.
  package init(isLocal: Bool) {
    self.init()
    guard isLocal else { return }
    firstByte = .seconds(900)
    idle = .seconds(300)
    total = .seconds(3600)
  }
}
