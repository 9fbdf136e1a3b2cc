import Glibc

/// One accepted connection with blocking reads and writes.
struct ServerConnection {
  let descriptor: Int32

  /// Method, path and body of the next request; nil where the client is gone.
  func request() -> (method: String, path: String, headers: String, body: [UInt8])? {
    var bytes: [UInt8] = []
    var headEnd: Int?
    while headEnd == nil {
      guard let piece = read() else { return nil }
      let from = max(0, bytes.count - 3)
      bytes += piece
      headEnd = Self.end(of: bytes, from: from)
    }
    let head = String(decoding: bytes[..<(headEnd ?? 0)], as: UTF8.self)
    let lines = head.split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    let length =
      lines.first { $0.lowercased().hasPrefix("content-length:") }
      .flatMap { Int($0.drop { $0 != ":" }.dropFirst().filter(\.isNumber)) } ?? 0
    var body = Array(bytes[((headEnd ?? 0) + 4)...])
    while body.count < length {
      guard let piece = read() else { return nil }
      body += piece
    }
    guard words.count >= 2 else { return nil }
    return (String(words[0]), String(words[1]), head, body)
  }

  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return (start..<max(start, bytes.count - 3)).first {
      bytes[$0..<($0 + 4)].elementsEqual([13, 10, 13, 10])
    }
  }

  private func read() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// False where the client is gone.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  @discardableResult
  func write(_ text: String) -> Bool { write(Array(text.utf8)) }

  func chunk(_ bytes: [UInt8]) -> Bool {
    write(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + [13, 10])
  }

  func answer(_ status: Int, type: String = "application/json", headers: [String] = [], _ body: [UInt8]) {
    let extra = headers.map { "\($0)\r\n" }.joined()
    write(
      Array(
        "HTTP/1.1 \(status) Scripted\r\nContent-Type: \(type)\r\n\(extra)Content-Length: \(body.count)\r\n\r\n"
          .utf8
      ) + body)
  }

  /// Ends the connection with a reset instead of a goodbye.
  func reset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  func end() {
    close(descriptor)
  }

  static func pause(_ milliseconds: Int) {
    usleep(UInt32(milliseconds) * 1000)
  }
}
