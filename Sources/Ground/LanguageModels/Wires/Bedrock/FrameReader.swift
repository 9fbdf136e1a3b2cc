import Basics

/// Reads Amazon's event stream: frames of a length, headers, a payload and two CRC-32 sums (AWS, "Event stream
/// encoding"). Each frame becomes a document with one member, the name of its event; an exception becomes an error.
struct FrameReader {
  private var waiting: [UInt8] = []
  /// Of one frame, in bytes; the service's own limit is 16 MiB.
  private static let longest = 16 << 20
  /// Two lengths and a sum before the headers, and a sum after the payload.
  private static let prelude = 12
  private static let trailer = 4

  /// The documents that the chunk completes.
  mutating func documents(in chunk: [UInt8]) throws(ModelError) -> [JSONValue] {
    waiting += chunk
    var documents: [JSONValue] = []
    var start = 0
    while waiting.count - start >= Self.prelude {
      let frame = waiting[start...]
      let length = Self.number(frame, at: 0)
      let headers = Self.number(frame, at: 4)
      guard length >= Self.prelude + Self.trailer + headers, length <= Self.longest,
        Self.number(frame, at: 8) == Int(CRC32.sum(of: frame.prefix(8)))
      else { throw ModelError.malformed("a frame of its stream has no sound beginning") }
      guard frame.count >= length else { break }
      let whole = frame.prefix(length)
      guard Self.number(whole, at: length - Self.trailer) == Int(CRC32.sum(of: whole.dropLast(Self.trailer)))
      else { throw ModelError.malformed("a frame of its stream was damaged on the way") }
      documents.append(try Self.document(whole, headers: headers))
      start += length
    }
    waiting.removeFirst(start)
    return documents
  }

  private static func document(_ frame: ArraySlice<UInt8>, headers: Int) throws(ModelError) -> JSONValue {
    let head = frame.dropFirst(prelude).prefix(headers)
    let names = try texts(head)
    let payload = Array(frame.dropFirst(prelude + headers).dropLast(trailer))
    let document = payload.isEmpty ? [:] : try WireReader.document(payload)
    if let kind = names[":exception-type"] ?? names[":error-code"] {
      let words = document["message"]?.string ?? names[":error-message"] ?? kind
      return ["error": ["type": .string(kind), "message": .string(words)]]
    }
    return .object([JSONMember(names[":event-type"] ?? "", value: document)])
  }

  /// The headers that are texts, by name; one of another kind is passed over by its length.
  private static func texts(_ bytes: ArraySlice<UInt8>) throws(ModelError) -> [String: String] {
    var headers: [String: String] = [:]
    var rest = bytes
    func take(_ count: Int) throws(ModelError) -> ArraySlice<UInt8> {
      guard rest.count >= count else { throw ModelError.malformed("the headers of a frame are cut off") }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }
    while !rest.isEmpty {
      let name = String(decoding: try take(Int(try take(1).first ?? 0)), as: UTF8.self)
      let kind = try take(1).first ?? 0
      // Lengths of the fixed kinds: true, false, byte, short, integer, long, timestamp and UUID.
      let fixed: [UInt8: Int] = [0: 0, 1: 0, 2: 1, 3: 2, 4: 4, 5: 8, 8: 8, 9: 16]
      if let length = fixed[kind] {
        _ = try take(length)
        continue
      }
      let length = try take(2).reduce(0) { $0 << 8 | Int($1) }
      let value = try take(length)
      if kind == 7 { headers[name] = String(decoding: value, as: UTF8.self) }
    }
    return headers
  }

  /// Four bytes, the greatest first.
  private static func number(_ bytes: ArraySlice<UInt8>, at offset: Int) -> Int {
    bytes.dropFirst(offset).prefix(4).reduce(0) { $0 << 8 | Int($1) }
  }
}
