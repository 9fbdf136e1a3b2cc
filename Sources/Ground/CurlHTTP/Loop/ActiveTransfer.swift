import Basics
import CCurl
import CCurlShims

/// A transfer while libcurl has it; known to the transfer thread only. Gives its memory back when it is released.
final class ActiveTransfer {
  let transfer: Transfer
  let easy: UnsafeMutableRawPointer
  private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private let body: UnsafeMutableBufferPointer<UInt8>
  private var headerList: UnsafeMutablePointer<curl_slist>?
  private let started = ContinuousClock.now
  private var lastByte: ContinuousClock.Instant?
  private(set) var isPaused = false
  private var head = HTTPHead(status: 0)
  private var isHeadOpen = true
  private var collected: [UInt8] = []
  private var received = 0
  /// Why the transfer was stopped by this side.
  private(set) var refusal: HTTPError?

  init(_ transfer: Transfer, easy: UnsafeMutableRawPointer) {
    self.transfer = transfer
    self.easy = easy
    body = .allocate(capacity: transfer.request.body.count)
    _ = body.initialize(from: transfer.request.body)
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    configure()
  }

  deinit {
    curl_slist_free_all(headerList)
    body.deallocate()
    errorText.deallocate()
  }

  // MARK: - Options

  private func configure() {
    let request = transfer.request
    consilium_easy_set_text(easy, CURLOPT_URL, request.address)
    consilium_easy_set_text(easy, CURLOPT_PROTOCOLS_STR, "http,https")
    consilium_easy_set_long(easy, CURLOPT_NOSIGNAL, 1)
    consilium_easy_set_long(easy, CURLOPT_FOLLOWLOCATION, 0)
    consilium_easy_set_long(easy, CURLOPT_TCP_KEEPALIVE, 1)
    consilium_easy_set_long(easy, CURLOPT_TCP_NODELAY, 1)
    // A quarter of curl's own: a thousand open streams are the case to be small for.
    consilium_easy_set_long(easy, CURLOPT_BUFFERSIZE, 4096)
    consilium_easy_set_long(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    // A stream beside others is cheaper than a connection of its own; without TLS there is none to wait for.
    if request.address.hasPrefix("https") { consilium_easy_set_long(easy, CURLOPT_PIPEWAIT, 1) }
    consilium_easy_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, request.timeouts.connect.milliseconds)
    consilium_easy_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText)
    if let file = transfer.trust.file { consilium_easy_set_text(easy, CURLOPT_CAINFO, file) }
    if let folder = transfer.trust.folder { consilium_easy_set_text(easy, CURLOPT_CAPATH, folder) }
    if request.method == .post {
      consilium_easy_set_long(easy, CURLOPT_POST, 1)
      consilium_easy_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
      consilium_easy_set_pointer(easy, CURLOPT_POSTFIELDS, body.baseAddress)
    }
    for header in request.headers {
      headerList = curl_slist_append(headerList, "\(header.name): \(header.value)")
    }
    // curl would ask for permission to send a long body and wait a second for it.
    headerList = curl_slist_append(headerList, "Expect:")
    consilium_easy_set_pointer(easy, CURLOPT_HTTPHEADER, headerList)
    let context = Unmanaged.passUnretained(self).toOpaque()
    consilium_easy_set_pointer(easy, CURLOPT_PRIVATE, context)
    consilium_easy_set_pointer(easy, CURLOPT_WRITEDATA, context)
    consilium_easy_set_pointer(easy, CURLOPT_HEADERDATA, context)
    consilium_easy_set_data_function(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let chunk = UnsafeRawBufferPointer(start: bytes, count: size * count)
      return Unmanaged<ActiveTransfer>.fromOpaque(context).takeUnretainedValue().receive(chunk)
    }
    consilium_easy_set_data_function(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
      Unmanaged<ActiveTransfer>.fromOpaque(context).takeUnretainedValue().receive(header: line)
      return size * count
    }
  }

  // MARK: - What arrives

  /// How many bytes were taken; curl's mark for a pause, or 0 to abort.
  private func receive(_ chunk: UnsafeRawBufferPointer) -> Int {
    lastByte = .now
    openBody()
    received += chunk.count
    guard received <= transfer.request.maximumAnswer else {
      refusal = HTTPError(
        .tooLarge, summary: "The answer is too long",
        detail:
          "\(transfer.request.origin) sent more than \(transfer.request.maximumAnswer) bytes, the most that is read."
      )
      return 0
    }
    if transfer.collects {
      collected.append(contentsOf: chunk)
    } else if !transfer.take(chunk) {
      received -= chunk.count
      isPaused = true
      return Int(consilium_write_paused)
    }
    return chunk.count
  }

  private func receive(header line: UnsafeRawBufferPointer) {
    lastByte = .now
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      // The head of an interim answer (100, 103) is followed by another one.
      let words = text.split(separator: " ")
      head = HTTPHead(
        status: words.dropFirst().first.flatMap { Int($0.prefix(3)) } ?? 0,
        version: String(words.first?.dropFirst(5) ?? ""))
    } else if let colon = text.firstIndex(of: ":") {
      let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      let end = value.lastIndex { !$0.isWhitespace }
      head.headers.append(HTTPHeader(String(text[..<colon]), value: end.map { String(value[...$0]) } ?? ""))
    } else if text == "\r\n", head.status >= 200 {
      openBody()
    }
  }

  private func openBody() {
    guard isHeadOpen, head.status >= 200 else { return }
    isHeadOpen = false
    if !transfer.collects { transfer.begin(head) }
  }

  func resume() {
    guard isPaused else { return }
    isPaused = false
    lastByte = .now
    curl_easy_pause(easy, CURLPAUSE_CONT)
  }

  // MARK: - Ends

  /// When to look again whether something is late: the first byte may come at any time and start the idle clock.
  var nextLook: ContinuousClock.Instant { min(deadline, .now + transfer.request.timeouts.idle) }

  /// The moment at which something is late. While the consumer is the one who waits only the whole counts.
  private var deadline: ContinuousClock.Instant {
    let timeouts = transfer.request.timeouts
    let total = started + timeouts.total
    if isPaused { return total }
    return min(total, lastByte.map { $0 + timeouts.idle } ?? started + timeouts.firstByte)
  }

  /// What is late at `now`, if anything.
  func lateness(at now: ContinuousClock.Instant) -> HTTPError? {
    guard now >= deadline else { return nil }
    let (origin, timeouts) = (transfer.request.origin, transfer.request.timeouts)
    if now >= started + timeouts.total {
      return HTTPError(
        .totalTimeout, summary: "The exchange took too long",
        detail: "\(origin) was not done after \(timeouts.total.words).")
    }
    return lastByte == nil
      ? HTTPError(
        .firstByteTimeout, summary: "No answer in time",
        detail: "\(origin) sent nothing for \(timeouts.firstByte.words) after it was asked.")
      : HTTPError(
        .idleTimeout, summary: "The answer stalled",
        detail: "\(origin) stopped in the middle of its answer for \(timeouts.idle.words).")
  }

  func finish(_ code: CURLcode) {
    guard code == CURLE_OK else { return transfer.finish(.failure(refusal ?? error(code))) }
    openBody()
    transfer.finish(.success(()), collected: collected, head: head)
  }

  private func error(_ code: CURLcode) -> HTTPError {
    let origin = transfer.request.origin
    let text = String(cString: errorText)
    let reason = text.isEmpty ? String(cString: curl_easy_strerror(code)) : text
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT:
      return HTTPError(.cannotConnect, summary: "No connection", detail: "\(origin): \(reason).")
    case CURLE_OPERATION_TIMEDOUT:
      return HTTPError(.connectTimeout, summary: "No connection in time", detail: "\(origin): \(reason).")
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER:
      return HTTPError(
        .notTrusted, summary: "The connection is not trusted",
        detail: "\(origin): \(reason). A certificate authority of your own is named by CURL_CA_BUNDLE.")
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL:
      return HTTPError(.badAddress, summary: "Not an address", detail: "\(origin): \(reason).")
    default:
      return HTTPError(.broken, summary: "The connection broke", detail: "\(origin): \(reason).")
    }
  }
}
