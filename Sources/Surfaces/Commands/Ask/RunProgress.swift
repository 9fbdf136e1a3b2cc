import Basics
import Services
import Foundation
import Synchronization
import TaskGraph
import Vocabulary
import Terminal

/// Shows a consultation while it works: the live task graph on a terminal, one line for each finished step elsewhere.
final class RunProgress: Sendable {
  private struct State {
    var titles: [String: String] = [:]
    var order: [String] = []
    var running: [String: ContinuousClock.Instant] = [:]
    var finished: [String: String] = [:]
    var drawn = 0
    /// Questions a person is being asked; nothing is drawn over them.
    var questions = 0
  }

  private let state = Mutex(State())
  private let isLive = Console.errorIsTerminal
  private let paint = Paint.standardError
  private let clock = ContinuousClock()

  var observers: RunObservers {
    RunObservers(
      experts: { [self] in say(experts($0)) }, brief: { [self] in say(brief($0)) },
      steps: { [self] in begin($0) }, step: { [self] in step($0) },
      notice: { [self] in if !isLive { say(paint.yellow("\($0)\n")) } })
  }

  /// Runs the work; on a terminal the picture is drawn anew ten times a second until it ends.
  func follow<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    guard isLive else { return try await work() }
    return try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask { try await work() }
      group.addTask { [self] in
        while !Task.isCancelled {
          draw()
          do { try await Task.sleep(for: .milliseconds(100)) } catch { break }
        }
        return nil
      }
      defer {
        group.cancelAll()
        draw()
      }
      while let next = try await group.next() {
        if let value = next { return value }
      }
      throw CancellationError()
    }
  }

  /// Runs a talk with the person, during which nothing is drawn.
  func paused<Value: Sendable>(_ talk: () async throws -> Value) async throws -> Value {
    state.withLock {
      $0.questions += 1
      $0.drawn = 0
    }
    defer { state.withLock { $0.questions -= 1 } }
    return try await talk()
  }

  private func say(_ text: String) {
    Console.error(text)
  }

  private func experts(_ experts: [ExpertIdentity]) -> String {
    let kinds = Set(
      experts.map { expert in
        let name =
          expert.kind == .handbook ? "the built-in \(expert.model): rules, not a model" : expert.model
        return expert.reason.map { "\(name) (\($0))" } ?? name
      })
    return paint.dim("\(experts.count) agents, answered by \(kinds.sorted().joined(separator: ", "))\n")
  }

  private func brief(_ brief: Brief) -> String {
    var lines = [paint.bold("Brief: \(brief.title)")]
    lines += brief.requirements.map { "  \($0.id)  \($0.text)" }
    lines += brief.constraints.map { "  \($0.id)  \($0.kind.rawValue): \($0.text)" }
    lines += brief.assumptions.map { paint.dim("  assumed: \($0)") }
    lines += brief.questions.map { paint.yellow("  open: \($0)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func begin(_ steps: [(key: String, title: String)]) {
    state.withLock { state in
      state.order = steps.map(\.key)
      state.titles = Dictionary(steps.map { ($0.key, $0.title) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private func step(_ event: TaskEvent) {
    let line: String? = state.withLock { state in
      switch event {
      case .started(let key):
        state.running[key] = clock.now
        return nil
      case .succeeded(let key, let time):
        return end(key, outcome: paint.green("done"), time: time, state: &state)
      case .failed(let key, let time, let reason):
        return end(key, outcome: paint.red("failed: \(reason)"), time: time, state: &state)
      case .skipped(let key, let cause):
        return end(key, outcome: paint.yellow("skipped, \(cause) failed"), time: nil, state: &state)
      }
    }
    if let line, !isLive { Console.error(line + "\n") }
  }

  private func end(_ key: String, outcome: String, time: Duration?, state: inout State) -> String {
    state.running[key] = nil
    let elapsed = time.map { " " + Self.text($0) } ?? ""
    let line = "\(state.titles[key] ?? key): \(outcome)\(elapsed)"
    state.finished[key] = line
    return line
  }

  private func draw() {
    let frame: String = state.withLock { state in
      if state.questions > 0 { return "" }
      let lines = state.order.compactMap { key -> String? in
        if let line = state.finished[key] { return "  " + line }
        guard let start = state.running[key] else { return nil }
        return "  \(state.titles[key] ?? key) … \(Self.text(clock.now - start))"
      }
      let up = state.drawn > 0 ? TerminalText.sequence("\(state.drawn)A") : ""
      state.drawn = lines.count
      return up + lines.map { TerminalText.sequence("2K") + "\(Self.fitting($0))\n" }.joined()
    }
    Console.error(frame)
  }

  /// One screen line; a longer one would make the picture jump.
  private static func fitting(_ line: String) -> String {
    var size = winsize()
    let columns = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 80
    let plain = TerminalText.plain(line)
    return plain.count > columns ? String(plain.prefix(max(20, columns - 2))) + "…" : line
  }

  private static func text(_ duration: Duration) -> String {
    duration.formatted(
      .units(allowed: [.minutes, .seconds, .milliseconds], width: .narrow, maximumUnitCount: 2))
  }
}
