import Basics
import FoundationEssentials

/// One page of a list. A cursor is a text that only this server understands.
struct ListPage: Sendable {
  /// Entries on a page.
  static let length = 50

  let elements: [JSONValue]
  let next: String?

  /// - Parameters:
  ///   - kind: the list, so that a cursor of another one is refused.
  ///   - cursor: nil for the first page.
  init(_ all: [JSONValue], of kind: String, cursor: JSONValue?) throws(ProtocolFault) {
    let start = try Self.start(cursor, kind: kind)
    guard start <= all.count else { throw Self.refusal }
    elements = Array(all[start...].prefix(Self.length))
    let end = start + elements.count
    next = end < all.count ? Data("\(kind):\(end)".utf8).base64EncodedString() : nil
  }

  private static let refusal = ProtocolFault.invalidParams("'cursor' is not one that this list gave.")

  private static func start(_ cursor: JSONValue?, kind: String) throws(ProtocolFault) -> Int {
    guard let cursor else { return 0 }
    guard let text = cursor.string, let data = Data(base64Encoded: text) else { throw refusal }
    let parts = String(decoding: data, as: UTF8.self).split(separator: ":")
    guard parts.count == 2, parts[0] == kind, let start = Int(parts[1]), start > 0 else { throw refusal }
    return start
  }

  func json(_ key: String) -> JSONValue {
    .members([(key, .array(elements)), ("nextCursor", next.map(JSONValue.string))])
  }
}
