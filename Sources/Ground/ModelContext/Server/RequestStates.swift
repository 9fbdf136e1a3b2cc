import Basics
import Digests
import FoundationEssentials

/// What a client carries from one round of a request to the next: the answers so far, sealed, so that no other caller,
/// request or time can use them.
struct RequestStates: Sendable {
  /// Seconds in which a person has to answer.
  private static let lifetime = 900.0

  private let key = MessageKey()

  /// - Parameter answers: what was answered so far, by key.
  func seal(_ answers: [String: JSONValue], of request: RemoteRequest, caller: ContextCaller) -> String {
    let payload: JSONValue = [
      "caller": .string(caller.name), "request": .string(Self.digest(request)),
      "until": .number(Date().timeIntervalSince1970 + Self.lifetime),
      "answers": .object(answers.sorted { $0.key < $1.key }.map { JSONMember($0.key, value: $0.value) }),
    ]
    let bytes = payload.compactBytes
    return "\(Self.text(bytes)).\(Self.text(key.mark(of: bytes)))"
  }

  /// The answers in a state that was sealed here for this request; everything else is refused alike.
  func open(_ text: String, of request: RemoteRequest, caller: ContextCaller) throws(ProtocolFault)
    -> [String: JSONValue]
  {
    let refusal = ProtocolFault.invalidParams(
      "'requestState' is not what was given for this request, or too old; leave it out to begin anew.")
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let bytes = Self.bytes(parts[0]), let mark = Self.bytes(parts[1]),
      key.isMark(mark, of: bytes), let payload = JSONValue.document(String(decoding: bytes, as: UTF8.self)),
      payload["caller"]?.string == caller.name, payload["request"]?.string == Self.digest(request),
      let until = payload["until"]?.double, until > Date().timeIntervalSince1970
    else { throw refusal }
    return Dictionary(
      (payload["answers"]?.object ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Of everything in a request that stays the same from round to round.
  private static func digest(_ request: RemoteRequest) -> String {
    let kept = (request.params.object ?? []).filter {
      !["_meta", "inputResponses", "requestState"].contains($0.key)
    }
    return Digest(of: ["method": .string(request.method), "params": .object(kept)]).hexadecimal
  }

  private static func text(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
      "=", with: "")
  }

  private static func bytes(_ text: Substring) -> [UInt8]? {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - plain.count % 4) % 4)
    return Data(base64Encoded: plain + padding).map(Array.init)
  }
}
