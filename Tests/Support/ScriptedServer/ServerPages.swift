/// What the server gives to GET: lists of models, and streams for measuring a client.
enum ServerPages {
  static func serve(_ path: String, query: String, on connection: ServerConnection) -> Bool {
    func number(_ name: String, _ fallback: Int) -> Int {
      guard let range = query.firstRange(of: "\(name)=") else { return fallback }
      return Int(query[range.upperBound...].prefix(while: \.isNumber)) ?? fallback
    }
    switch path {
    case _ where path.hasSuffix("/models"):
      connection.answer(200, Array(#"{"object":"list","data":[{"id":"scripted","object":"model"}]}"#.utf8))
    case "/api/tags": connection.answer(200, Array(#"{"models":[{"name":"scripted:latest"}]}"#.utf8))
    case "/bytes": connection.answer(200, Array(repeating: 0x61, count: number("count", 1)))
    case "/wait":
      ServerConnection.pause(number("milliseconds", 0))
      connection.answer(200, Array("late".utf8))
    case "/events":
      connection.write(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
      for index in 0..<number("count", 10) {
        guard connection.chunk(Array("data: \(index)\n\n".utf8)) else { return false }
        ServerConnection.pause(number("every", 0))
      }
      return connection.write("0\r\n\r\n")
    default: connection.answer(404, Array("{}".utf8))
    }
    return true
  }
}
