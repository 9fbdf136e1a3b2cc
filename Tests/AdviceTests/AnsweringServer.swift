import Foundation
import Glibc
import Synchronization
import Testing

/// A server on loopback that gives every request the same answer and keeps what it was asked.
final class AnsweringServer: Sendable {
  struct Fault: Error {}

  let port: Int
  private let listener: Int32
  private let answer: [UInt8]
  private let asked = Mutex<[String]>([])

  var address: String { "http://127.0.0.1:\(port)" }
  /// Head and body of each request.
  var requests: [String] { asked.withLock { $0 } }

  init(status: String, body: String) throws {
    (listener, port) = try FreePort.listen()
    let head =
      "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
    answer = Array((head + "Connection: close\r\n\r\n" + body).utf8)
    Thread.detachNewThread { [self] in serve() }
  }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      var text = ""
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while !Self.isWhole(text) {
        let count = read(connection, &buffer, buffer.count)
        guard count > 0 else { break }
        text += String(decoding: buffer[..<count], as: UTF8.self)
      }
      asked.withLock { $0.append(text) }
      _ = answer.withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
      shutdown(connection, Int32(SHUT_WR))
      close(connection)
    }
  }

  private static func isWhole(_ text: String) -> Bool {
    guard let end = text.firstRange(of: "\r\n\r\n") else { return false }
    let head = text[..<end.lowerBound].lowercased()
    guard let mark = head.firstRange(of: "content-length:") else { return true }
    let length = Int(head[mark.upperBound...].drop { $0 == " " }.prefix(while: \.isNumber)) ?? 0
    return text[end.upperBound...].utf8.count >= length
  }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }
}

/// Ports of loopback that nobody has.
enum FreePort {
  static func find() throws -> Int {
    let (listener, port) = try listen()
    close(listener)
    return port
  }

  static func listen() throws -> (listener: Int32, port: Int) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let size = length
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, size) == 0 && Glibc.listen(listener, 16) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard isBound else { throw AnsweringServer.Fault() }
    return (listener, Int(UInt16(bigEndian: address.sin_port)))
  }
}

/// A folder of a test that a server may still be writing to: what is left belongs to the system's own cleaning.
enum RemovedQuietly {
  static func remove(_ folder: URL) {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      Issue.record("\(error)", severity: .warning)
    }
  }
}
