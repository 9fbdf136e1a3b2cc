import Basics
import Testing

@testable import CurlHTTP

/// What is said of an exchange, and what may be in a request.
struct MessageTests {
  @Test func headersAreFoundWhateverTheirCase() {
    let head = HTTPHead(
      status: 429,
      headers: [HTTPHeader("Retry-After", value: "3"), HTTPHeader("retry-after", value: "9")])
    #expect(head["RETRY-AFTER"] == "3")
    #expect(head["x-none"] == nil)
  }

  @Test(arguments: [
    ("Accept", "text/plain", true), ("X-1", "", true), ("X", "a\tb", true), ("", "x", false),
    ("A B", "x", false), ("A:", "x", false), ("Ä", "x", false), ("A", "x\r\nB: y", false),
    ("A", "x\u{0}", false), ("A", "x\u{7F}", false), ("A", "größe", true),
  ])
  func aHeaderIsOneLine(name: String, value: String, isSound: Bool) {
    #expect(HTTPHeader(name, value: value).isSound == isSound)
  }

  /// Neither path, query, user nor password of an address is ever told.
  @Test(arguments: [
    ("https://api.example.org/v1/x?key=secret", "https://api.example.org"),
    ("http://user:secret@127.0.0.1:8080/p", "http://127.0.0.1:8080"),
    ("https://host#secret", "https://host"), ("https://a@b@host/x", "https://host"),
    ("secret", "an address without a scheme"), ("", "an address without a scheme"),
  ])
  func anOriginHoldsNoSecret(address: String, origin: String) {
    #expect(HTTPRequest.origin(of: address) == origin)
    #expect(HTTPRequest(address: address).origin == origin)
  }

  @Test(arguments: [
    (Duration.seconds(30), 30_000, "30 s"), (.milliseconds(250), 250, "250 ms"), (.zero, 1, "1 ms"),
    (.microseconds(1500), 2, "2 ms"), (.seconds(-1), 1, "1 ms"),
  ])
  func aLimitIsNeverNone(duration: Duration, milliseconds: Int, words: String) {
    #expect(duration.milliseconds == milliseconds)
    #expect(duration.words == words)
  }

  @Test func authoritiesComeFromTheVariablesThatCurlKnows() {
    #expect(TrustedAuthorities(environment: [:]).file == nil)
    let both = ["CURL_CA_BUNDLE": "/a.pem", "SSL_CERT_FILE": "/b.pem", "SSL_CERT_DIR": "/certs"]
    let trusted = TrustedAuthorities(environment: both)
    #expect(trusted.file == "/a.pem" && trusted.folder == "/certs")
    let empty = TrustedAuthorities(environment: ["CURL_CA_BUNDLE": "", "SSL_CERT_FILE": "/b.pem"])
    #expect(empty.file == "/b.pem" && empty.folder == nil)
  }

  @Test func theVariablesOfThisProcessAreRead() {
    #expect(ProcessEnvironment.current["PATH"]?.isEmpty == false)
  }

  /// A stream of its own chunks: the rest ends at the limit, and an error goes on to the reader.
  @Test func theRestOfAStreamStopsAtItsLimitAndPassesErrorsOn() async throws {
    let chunks = Chunks([[1, 2, 3], [4, 5, 6], [7]])
    let stream = HTTPStream(head: HTTPHead(status: 200)) { await chunks.next() }
    #expect(try await stream.rest(limit: 4) == [1, 2, 3, 4])
    #expect(try await stream.rest() == [7])
    #expect(try await stream.next() == nil)
    let broken = HTTPStream(head: HTTPHead(status: 200)) { () throws(HTTPError) in
      throw HTTPError(.broken, summary: "broken", detail: "d")
    }
    let error = await #expect(throws: HTTPError.self) { try await broken.rest() }
    #expect(error?.code == .broken)
  }

  private actor Chunks {
    private var rest: [[UInt8]]

    init(_ chunks: [[UInt8]]) { rest = chunks }

    func next() -> [UInt8]? { rest.isEmpty ? nil : rest.removeFirst() }
  }

  private static func events(_ text: String) -> [ServerSentEvent] {
    var reader = ServerSentEventReader()
    return reader.events(in: Array(text.utf8))
  }

  /// The rules of the standard for server-sent events.
  @Test(arguments: [
    ("data: a\n\n", ["a"]), ("data:a\ndata: b\n\n", ["a\nb"]), ("data\n\n", [""]),
    (": only a remark\n\n", []),
    ("event: x\n\n", []), ("id: 1\nretry: 5\ndata: a\n\n", ["a"]), ("data:  two spaces\n\n", [" two spaces"]),
    ("unknown: x\ndata: a\n\n", ["a"]), ("data: cut off\n", []), ("\n\n\ndata: a\n\n\n", ["a"]),
  ])
  func eventsAreReadAsTheStandardSays(text: String, data: [String]) {
    #expect(Self.events(text).map { String(decoding: $0.data, as: UTF8.self) } == data)
  }
}
