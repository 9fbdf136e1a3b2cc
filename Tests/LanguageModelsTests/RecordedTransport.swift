import CurlHTTP
import Synchronization

/// Gives recorded answers in their order, the last one again and again, and keeps what it was sent.
final class RecordedTransport: HTTPTransport {
  struct Answer: Sendable {
    var status = 200
    var type = "text/event-stream"
    var body: [UInt8]
    /// Of the pieces in which the body arrives; nil for all at once.
    var size: Int?
    var headers: [HTTPHeader] = []

    init(
      status: Int = 200, type: String = "text/event-stream", body: [UInt8], size: Int? = nil,
      headers: [HTTPHeader] = []
    ) {
      (self.status, self.type, self.body, self.size, self.headers) = (status, type, body, size, headers)
    }

    init(status: Int = 200, type: String = "text/event-stream", text: String, size: Int? = nil) {
      self.init(status: status, type: type, body: Array(text.utf8), size: size)
    }
  }

  private let answers: [Answer]
  private let sent = Mutex<[HTTPRequest]>([])

  init(_ answers: [Answer]) { self.answers = answers }

  var requests: [HTTPRequest] { sent.withLock { $0 } }

  func open(_ request: HTTPRequest) async throws(HTTPError) -> HTTPStream {
    let answer = next(request)
    let size = max(1, answer.size ?? answer.body.count)
    let chunks = Mutex(
      stride(from: 0, to: answer.body.count, by: size).map {
        Array(answer.body[$0..<min($0 + size, answer.body.count)])
      })
    return HTTPStream(head: head(answer)) { () throws(HTTPError) in
      chunks.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
  }

  func exchange(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    let answer = next(request)
    return HTTPResponse(head: head(answer), body: answer.body)
  }

  private func next(_ request: HTTPRequest) -> Answer {
    let count = sent.withLock { sent in
      sent.append(request)
      return sent.count
    }
    return answers[min(count, answers.count) - 1]
  }

  private func head(_ answer: Answer) -> HTTPHead {
    HTTPHead(
      status: answer.status, headers: [HTTPHeader("Content-Type", value: answer.type)] + answer.headers)
  }
}
