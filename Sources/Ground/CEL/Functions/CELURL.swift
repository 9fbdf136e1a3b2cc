import Basics
import Foundation

/// An absolute address of a resource, or an absolute path.
package struct CELURL: Hashable, Sendable {
  let scheme: String
  let host: String
  let hostname: String
  let port: String
  let path: String
  let query: String

  init?(_ text: String) {
    guard !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }),
      let parts = URLComponents(string: text, encodingInvalidCharacters: false),
      parts.scheme != nil || text.hasPrefix("/")
    else { return nil }
    scheme = parts.scheme ?? ""
    let inner = parts.host ?? ""
    hostname = inner.hasPrefix("[") ? String(inner.dropFirst().dropLast()) : inner
    port = parts.port.map { String($0) } ?? ""
    host = port.isEmpty ? inner : "\(inner):\(port)"
    path = parts.percentEncodedPath
    query = parts.percentEncodedQuery ?? ""
  }

  /// Values by name, in the order that they are given.
  var queries: CELValue {
    var found: [CELValue: CELValue] = [:]
    for part in query.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1).map {
        String($0).removingPercentEncoding ?? String($0)
      }
      guard let name = pair.first else { continue }
      let value = CELValue.string(pair.count == 2 ? pair[1] : "")
      if case .list(let values)? = found[.string(name)] {
        found[.string(name)] = .list(values + [value])
      } else {
        found[.string(name)] = .list([value])
      }
    }
    return .map(found)
  }
}
