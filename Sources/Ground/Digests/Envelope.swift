import Basics
import FoundationEssentials

/// A signed text: Dead Simple Signing Envelope (secure-systems-lab/dsse, protocol 1.0.2).
package struct Envelope: Sendable, Hashable {
  package var payloadType: String
  package var payload: [UInt8]
  package var signatures: [[UInt8]]

  /// The payload type of in-toto statements.
  package static let statementType = "application/vnd.in-toto+json"

  package init(payloadType: String, payload: [UInt8], signatures: [[UInt8]]) {
    self.payloadType = payloadType
    self.payload = payload
    self.signatures = signatures
  }

  /// Signs a payload.
  package init(_ payload: [UInt8], type: String = Envelope.statementType, key: SigningKey) throws {
    self.init(
      payloadType: type, payload: payload,
      signatures: [try key.signature(for: Self.encoding(type: type, payload: payload))])
  }

  /// Reads the JSON form; nil where it is none. Both alphabets of base 64 are read, as the protocol asks.
  package init?(_ document: JSONValue) {
    guard let type = document["payloadType"]?.string, let payload = Self.bytes(document["payload"]),
      let signatures = document["signatures"]?.array?.map({ Self.bytes($0["sig"]) }),
      !signatures.isEmpty, signatures.allSatisfy({ $0 != nil })
    else { return nil }
    self.init(payloadType: type, payload: payload, signatures: signatures.compactMap { $0 })
  }

  package var json: JSONValue {
    [
      "payloadType": .string(payloadType), "payload": .string(Data(payload).base64EncodedString()),
      "signatures": .array(
        signatures.map { ["keyid": "", "sig": .string(Data($0).base64EncodedString())] }),
    ]
  }

  /// The keys of a list that signed this envelope; a key id is never asked.
  package func signers(among keys: [TrustedKey]) -> [TrustedKey] {
    let message = Self.encoding(type: payloadType, payload: payload)
    return keys.filter { key in signatures.contains { key.key.isValid($0, for: message) } }
  }

  /// What is signed: the pre-authentication encoding of the protocol.
  package static func encoding(type: String, payload: [UInt8]) -> [UInt8] {
    Array("DSSEv1 \(type.utf8.count) \(type) \(payload.count) ".utf8) + payload
  }

  private static func bytes(_ value: JSONValue?) -> [UInt8]? {
    guard let text = value?.string else { return nil }
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
    return Data(base64Encoded: standard + padding).map { Array($0) }
  }
}
