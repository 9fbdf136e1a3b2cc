import Delivery
import Foundation
import Synchronization
import Terminal

/// Shows what the tools do: on a terminal one line for each resource at work, drawn in place; elsewhere one line for each
/// step and each finished resource.
final class LiveProgress: Sendable {
  private struct State {
    /// Resources at work in the order in which they began, with their line.
    var lines: [(address: String, text: String)] = []
    var drawn = 0
  }

  private let state = Mutex(State())
  private let isLive = Console.errorIsTerminal

  /// To be handed to the executor.
  var observer: ProgressObserver { { [self] in take($0) } }

  private func take(_ progress: ToolProgress) {
    switch progress {
    case .step(let line): finish(line)
    case .note(let line): finish("note: \(line)")
    case .resource(let address, let phase, let detail):
      let text = "  \(address): \(phase.rawValue)\(detail.isEmpty ? "" : " \(detail)")"
      switch phase {
      case .done, .failed: end(address, text: text)
      case .refreshing, .refreshed, .planned, .started, .working: update(address, text: text, phase: phase)
      }
    }
  }

  /// A step begins, or something is noted: what was drawn before goes.
  private func finish(_ line: String) {
    let frame = state.withLock { state -> String in
      let clear = Self.clear(&state)
      state.lines = []
      return clear
    }
    if isLive { Console.error(frame) }
    Console.say(line)
  }

  private func end(_ address: String, text: String) {
    let frame = state.withLock { state -> (before: String, after: String) in
      let clear = Self.clear(&state)
      state.lines.removeAll { $0.address == address }
      return (clear, isLive ? Self.draw(&state) : "")
    }
    if isLive { Console.error(frame.before) }
    Console.say(text)
    if isLive { Console.error(frame.after) }
  }

  private func update(_ address: String, text: String, phase: ToolProgress.Phase) {
    guard isLive else {
      if phase == .started { Console.say(text) }
      return
    }
    let frame = state.withLock { state -> String in
      let clear = Self.clear(&state)
      state.lines.removeAll { $0.address == address }
      if phase != .refreshed, phase != .planned { state.lines.append((address, text)) }
      return clear + Self.draw(&state)
    }
    Console.error(frame)
  }

  private static func clear(_ state: inout State) -> String {
    defer { state.drawn = 0 }
    return state.drawn > 0 ? TerminalText.sequence("\(state.drawn)A") + TerminalText.sequence("J") : ""
  }

  /// At most eight lines, each of one screen line, so that the picture never scrolls.
  private static func draw(_ state: inout State) -> String {
    let shown = state.lines.suffix(8).map { String($0.text.prefix(76)) }
    let hidden = state.lines.count - shown.count
    let lines = (hidden > 0 ? ["  and \(hidden) more"] : []) + shown
    state.drawn = lines.count
    return lines.map { "\($0)\n" }.joined()
  }
}
