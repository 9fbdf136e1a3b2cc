/// A public key that may approve, and whose it is.
package struct TrustedKey: Sendable, Hashable {
  package let name: String
  package let key: VerifyingKey

  package init(name: String, key: VerifyingKey) {
    self.name = name
    self.key = key
  }
}
