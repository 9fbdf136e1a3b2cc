import Synchronization
import Testing

@testable import Evidence

/// Work that several callers share.
struct SharedWorkTests {
  private struct Fault: Error {}

  /// A door that opens once, and counts who came to it.
  private final class Door: Sendable {
    private let state = Mutex((isOpen: false, came: 0))
    var came: Int { state.withLock { $0.came } }

    func open() { state.withLock { $0.isOpen = true } }

    func pass() async throws {
      state.withLock { $0.came += 1 }
      while !state.withLock({ $0.isOpen }) {
        try Task.checkCancellation()
        await Task.yield()
      }
    }
  }

  @Test func itIsDoneOnceForAll() async throws {
    let (work, door) = (SharedWork<String, Int>(), Door())
    let results = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          try await work.value("a") {
            try await door.pass()
            return 7
          }
        }
      }
      while door.came == 0 { await Task.yield() }
      door.open()
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results == Array(repeating: 7, count: 8))
    #expect(door.came == 1)
  }

  @Test func theFirstCallersEndIsNotTheOthers() async throws {
    let (work, door) = (SharedWork<String, Int>(), Door())
    @Sendable func ask() async throws -> Int {
      try await work.value("a") {
        try await door.pass()
        return 7
      }
    }
    let first = Task { try await ask() }
    while door.came == 0 { await Task.yield() }
    let second = Task { try await ask() }
    while await work.waiting("a") < 2 { await Task.yield() }
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    door.open()
    #expect(try await second.value == 7)
    #expect(door.came == 1)
  }

  @Test func whatNobodyWaitsForIsCancelledAndBegunAnew() async throws {
    let (work, closed) = (SharedWork<String, Int>(), Door())
    let only = Task {
      try await work.value("a") {
        try await closed.pass()
        return 1
      }
    }
    while closed.came == 0 { await Task.yield() }
    only.cancel()
    await #expect(throws: CancellationError.self) { try await only.value }
    #expect(try await work.value("a") { 2 } == 2)
  }

  @Test func aFailureIsNotKept() async throws {
    let work = SharedWork<String, Int>()
    await #expect(throws: Fault.self) { try await work.value("a") { throw Fault() } }
    #expect(try await work.value("a") { 3 } == 3)
  }
}
