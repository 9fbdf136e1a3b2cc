import CurlHTTP
import Digests
import FoundationEssentials

/// Amazon's Signature Version 4.
struct RequestSignature {
  let credentials: AWSCredentials
  let region: String
  let service: String
  private static let algorithm = "AWS4-HMAC-SHA256"

  /// The headers that sign a request: the time, the token of a session and the signature itself.
  func headers(_ method: HTTPRequest.Method, address: String, body: [UInt8], at date: Date) -> [HTTPHeader] {
    let (host, path, query) = Self.parts(of: address)
    let time = Self.time(date)
    let day = String(time.prefix(8))
    var signed = [HTTPHeader("host", value: host), HTTPHeader("x-amz-date", value: time)]
    if let token = credentials.sessionToken {
      signed.append(HTTPHeader("x-amz-security-token", value: token))
    }
    let names = signed.map(\.name).joined(separator: ";")
    let canonical = [
      method.rawValue, Self.canonical(path: path), query,
      signed.map { "\($0.name):\($0.value)\n" }.joined(), names, Digest(of: body).hexadecimal,
    ].joined(separator: "\n")
    let scope = "\(day)/\(region)/\(service)/aws4_request"
    let words = [Self.algorithm, time, scope, Digest(of: canonical).hexadecimal].joined(separator: "\n")
    var key = Array("AWS4\(credentials.secret)".utf8)
    for part in [day, region, service, "aws4_request"] { key = MessageCode.code(of: part.utf8, key: key) }
    let signature = Self.hexadecimal(MessageCode.code(of: words.utf8, key: key))
    let authorization =
      "\(Self.algorithm) Credential=\(credentials.accessKey)/\(scope), SignedHeaders=\(names), Signature=\(signature)"
    return signed.dropFirst() + [HTTPHeader("Authorization", value: authorization)]
  }

  private static func parts(of address: String) -> (host: String, path: String, query: String) {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    let host = rest.prefix { !"/?".contains($0) }
    let path = rest.dropFirst(host.count).prefix { $0 != "?" }
    return (String(host), path.isEmpty ? "/" : String(path), String(rest.drop { $0 != "?" }.dropFirst()))
  }

  /// Each segment encoded once more than it is sent, as every service but S3 wants it.
  private static func canonical(path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { AddressSegment.encoded(String($0)) }
      .joined(separator: "/")
  }

  /// `20150830T123600Z`.
  private static func time(_ date: Date) -> String {
    date.formatted(.iso8601).filter { !"-:".contains($0) }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
