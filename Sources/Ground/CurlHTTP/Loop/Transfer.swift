import Synchronization

/// One exchange as both sides see it: the transfer thread fills it, a caller waits on it.
final class Transfer: Sendable {
  private struct State {
    var head: HTTPHead?
    var chunks: [[UInt8]] = []
    var buffered = 0
    var isPaused = false
    /// The end, once it is known; nil error for a whole answer.
    var end: Result<Void, HTTPError>?
    /// Every reader that waits; a piece goes to the first of them that takes it.
    var waiters: [CheckedContinuation<Void, Never>] = []
  }

  /// Above this many bytes that nobody has read the transfer pauses.
  private static let highWater = 64 << 10

  let request: HTTPRequest
  let trust: TrustedAuthorities
  /// Whether the whole body is wanted at once, so that nothing has to be handed over before the end.
  let collects: Bool
  private let state = Mutex(State())

  init(request: HTTPRequest, trust: TrustedAuthorities, collects: Bool) {
    self.request = request
    self.trust = trust
    self.collects = collects
  }

  // MARK: - For the transfer thread

  func begin(_ head: HTTPHead) {
    wake { $0.head = head }
  }

  /// Takes a piece; false where the consumer is behind and the transfer has to pause before it.
  func take(_ chunk: UnsafeRawBufferPointer) -> Bool {
    var accepted = true
    wake { state in
      guard state.buffered < Self.highWater else {
        state.isPaused = true
        accepted = false
        return
      }
      state.chunks.append(Array(chunk))
      state.buffered += chunk.count
    }
    return accepted
  }

  func finish(_ end: Result<Void, HTTPError>, collected: [UInt8] = [], head: HTTPHead? = nil) {
    wake { state in
      if state.end == nil {
        state.end = end
        if let head { state.head = head }
        if !collected.isEmpty { state.chunks = [collected] }
      }
    }
  }

  private func wake(_ change: (inout State) -> Void) {
    let waiters = state.withLock { state in
      change(&state)
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  // MARK: - For the caller

  enum Interest {
    case head, chunk, end
  }

  enum Progress {
    case head(HTTPHead)
    case chunk([UInt8], resumes: Bool)
    case end(Result<Void, HTTPError>)
    case nothing
  }

  /// The next piece, or how it ended.
  func nextPiece() -> Progress {
    state.withLock { state in
      if !state.chunks.isEmpty {
        let chunk = state.chunks.removeFirst()
        state.buffered -= chunk.count
        let resumes = state.isPaused && state.buffered < Self.highWater / 2
        if resumes { state.isPaused = false }
        return .chunk(chunk, resumes: resumes)
      }
      return state.end.map { .end($0) } ?? .nothing
    }
  }

  func currentHead() -> Progress {
    state.withLock { state in
      // What came before a break is read before the break is heard of.
      if let head = state.head { return .head(head) }
      return state.end.map { .end($0) } ?? .nothing
    }
  }

  func ending() -> (end: Result<Void, HTTPError>, head: HTTPHead?)? {
    state.withLock { state in state.end.map { ($0, state.head) } }
  }

  func takeCollected() -> [UInt8] {
    state.withLock { state in
      defer { state.chunks = [] }
      return state.chunks.first ?? []
    }
  }

  /// Waits until what is of interest is there, or the end.
  func wait(for interest: Interest) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        let isThere =
          switch interest {
          case .head: state.head != nil || state.end != nil
          case .chunk: !state.chunks.isEmpty || state.end != nil
          case .end: state.end != nil
          }
        if !isThere { state.waiters.append(continuation) }
        return isThere
      }
      if isThere { continuation.resume() }
    }
  }

  /// Ends the waiting at once; the transfer thread is told by whoever calls this.
  func cancel(_ error: HTTPError) {
    wake { state in
      if state.end == nil { state.end = .failure(error) }
    }
  }
}
