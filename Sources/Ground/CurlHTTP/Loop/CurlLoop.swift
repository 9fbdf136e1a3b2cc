import Basics
import CCurl
import CCurlShims
import Glibc

/// Drives all transfers on the thread it is made on, by libcurl's socket interface over epoll: what is idle costs
/// nothing, however many there are.
final class CurlLoop {
  private let mailbox: CurlMailbox
  private let multi: UnsafeMutableRawPointer
  private let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
  private var active: [UnsafeMutableRawPointer: ActiveTransfer] = [:]
  private var places: [ObjectIdentifier: UnsafeMutableRawPointer] = [:]
  /// Handles to use again; making one costs more than a small exchange.
  private var spare: [UnsafeMutableRawPointer] = []
  private var watched: Set<Int32> = []
  /// When libcurl wants to be called without an event.
  private var curlTimer: ContinuousClock.Instant?
  /// The earliest moment at which a transfer may be late.
  private var nextDeadline: ContinuousClock.Instant?
  private var isStopping = false

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init(mailbox: CurlMailbox) {
    precondition(Self.isReady, "libcurl cannot be set up.")
    guard let multi = curl_multi_init() else { preconditionFailure("libcurl gives no handle.") }
    self.mailbox = mailbox
    self.multi = multi
    let context = Unmanaged.passUnretained(self).toOpaque()
    // Every idle connection may be wanted again: hundreds of agents talk to one provider.
    consilium_multi_set_long(multi, CURLMOPT_MAXCONNECTS, 4096)
    consilium_multi_set_long(multi, CURLMOPT_MAX_CONCURRENT_STREAMS, 1000)
    consilium_multi_set_pointer(multi, CURLMOPT_SOCKETDATA, context)
    consilium_multi_set_pointer(multi, CURLMOPT_TIMERDATA, context)
    consilium_multi_set_socket_function(multi) { _, descriptor, interest, context, _ in
      guard let context else { return -1 }
      Unmanaged<CurlLoop>.fromOpaque(context).takeUnretainedValue().watch(descriptor, interest: interest)
      return 0
    }
    consilium_multi_set_timer_function(multi) { _, milliseconds, context in
      guard let context else { return -1 }
      let loop = Unmanaged<CurlLoop>.fromOpaque(context).takeUnretainedValue()
      loop.curlTimer = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
      return 0
    }
    _ = consilium_epoll_set(epoll, EPOLL_CTL_ADD, mailbox.bell, 1, 0)
  }

  deinit {
    for easy in spare { curl_easy_cleanup(easy) }
    curl_multi_cleanup(multi)
    close(epoll)
  }

  func run() {
    var descriptors = [Int32](repeating: 0, count: 64)
    var readable = descriptors
    var writable = descriptors
    while !isStopping {
      let count = consilium_epoll_wait(epoll, &descriptors, &readable, &writable, 64, waitingTime)
      var isCalled = false
      for index in 0..<max(0, Int(count)) {
        if descriptors[index] == mailbox.bell {
          isCalled = true
        } else {
          let events =
            (readable[index] != 0 ? Int32(CURL_CSELECT_IN) : 0)
            | (writable[index] != 0 ? Int32(CURL_CSELECT_OUT) : 0)
          act(on: descriptors[index], events)
        }
      }
      if isCalled { mailbox.take().forEach(obey) }
      if let time = curlTimer, time <= .now {
        curlTimer = nil
        act(on: CURL_SOCKET_TIMEOUT, 0)
      }
      collectFinished()
      dropLate()
    }
    for transfer in active.values {
      abandon(
        transfer,
        error: HTTPError(.cancelled, summary: "Cancelled", detail: "The program stopped using the network."))
    }
  }

  private func act(on descriptor: Int32, _ events: Int32) {
    var running: Int32 = 0
    curl_multi_socket_action(multi, descriptor, events, &running)
  }

  /// Milliseconds until something is due; -1 for ever.
  private var waitingTime: Int32 {
    guard let due = [curlTimer, nextDeadline].compactMap({ $0 }).min() else { return -1 }
    let left = due - .now
    return left <= .zero ? 0 : Int32(clamping: left.milliseconds)
  }

  // MARK: - Commands

  private func obey(_ command: CurlMailbox.Command) {
    switch command {
    case .start(let transfer): start(transfer)
    case .resume(let transfer): running(transfer)?.resume()
    case .cancel(let transfer):
      if let running = running(transfer) {
        abandon(
          running, error: HTTPError(.cancelled, summary: "Cancelled", detail: "Nobody waits for the answer."))
      }
    case .stop: isStopping = true
    }
  }

  private func running(_ transfer: Transfer) -> ActiveTransfer? {
    places[ObjectIdentifier(transfer)].flatMap { active[$0] }
  }

  private func start(_ transfer: Transfer) {
    guard transfer.ending() == nil else { return }
    guard let easy = spare.popLast() ?? curl_easy_init() else {
      return transfer.finish(
        .failure(HTTPError(.broken, summary: "No memory", detail: "libcurl gives no handle.")))
    }
    let running = ActiveTransfer(transfer, easy: easy)
    active[easy] = running
    places[ObjectIdentifier(transfer)] = easy
    let look = running.nextLook
    nextDeadline = min(nextDeadline ?? look, look)
    curl_multi_add_handle(multi, easy)
  }

  // MARK: - Events

  private func watch(_ descriptor: Int32, interest: Int32) {
    if interest == CURL_POLL_REMOVE {
      if watched.remove(descriptor) != nil { _ = consilium_epoll_set(epoll, EPOLL_CTL_DEL, descriptor, 0, 0) }
      return
    }
    let operation = watched.insert(descriptor).inserted ? EPOLL_CTL_ADD : EPOLL_CTL_MOD
    let reads: Int32 = interest & CURL_POLL_IN != 0 ? 1 : 0
    let writes: Int32 = interest & CURL_POLL_OUT != 0 ? 1 : 0
    _ = consilium_epoll_set(epoll, operation, descriptor, reads, writes)
  }

  private func collectFinished() {
    var easy: UnsafeMutableRawPointer?
    var code = CURLE_OK
    while consilium_multi_next_finished(multi, &easy, &code) != 0 {
      guard let easy, let running = active[easy] else { continue }
      release(running)
      running.finish(code)
    }
  }

  private func dropLate() {
    guard let due = nextDeadline else { return }
    let now = ContinuousClock.now
    guard due <= now else { return }
    for running in active.values {
      if let lateness = running.lateness(at: now) { abandon(running, error: lateness) }
    }
    nextDeadline = active.values.lazy.map(\.nextLook).min()
  }

  /// Ends a transfer from this side.
  private func abandon(_ running: ActiveTransfer, error: HTTPError) {
    release(running)
    running.transfer.finish(.failure(error))
  }

  private func release(_ running: ActiveTransfer) {
    curl_multi_remove_handle(multi, running.easy)
    active[running.easy] = nil
    places[ObjectIdentifier(running.transfer)] = nil
    curl_easy_reset(running.easy)
    spare.append(running.easy)
    if active.isEmpty { nextDeadline = nil }
  }
}
