import Basics

@testable import LanguageModels

/// Writes a frame of Amazon's event stream.
enum EventFrame {
  static func bytes(_ event: String, payload: String, kind: String = ":event-type") -> [UInt8] {
    let headers = header(kind, value: event) + header(":content-type", value: "application/json")
    let length = 12 + headers.count + payload.utf8.count + 4
    var frame = number(UInt32(length)) + number(UInt32(headers.count))
    frame += number(CRC32.sum(of: frame))
    frame += headers + Array(payload.utf8)
    return frame + number(CRC32.sum(of: frame))
  }

  private static func header(_ name: String, value: String) -> [UInt8] {
    [UInt8(name.utf8.count)] + Array(name.utf8) + [7]
      + [UInt8(value.utf8.count >> 8), UInt8(value.utf8.count & 0xFF)] + Array(value.utf8)
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
  }
}
