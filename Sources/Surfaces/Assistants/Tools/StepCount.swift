import ModelContext
import Services
import Synchronization
import TaskGraph
import Vocabulary

/// Tells a client how far a consultation is, by the steps that ended.
final class StepCount: Sendable {
  private struct State {
    var titles: [String: String] = [:]
    var ended = 0
  }

  private let context: CallContext
  private let state = Mutex(State())

  init(_ context: CallContext) {
    self.context = context
  }

  var observers: RunObservers {
    RunObservers(
      brief: { [context] brief in
        context.progress(0, of: nil, message: "The brief has \(brief.requirements.count) requirements")
      },
      steps: { [self] steps in
        state.withLock { state in
          state.titles = Dictionary(steps.map { ($0.key, $0.title) }, uniquingKeysWith: { first, _ in first })
        }
      }, step: { [self] in step($0) },
      notice: { [context] in context.log(.notice, message: $0) })
  }

  private func step(_ event: TaskEvent) {
    let key: String
    let what: String
    switch event {
    case .started: return
    case .succeeded(let step, _): (key, what) = (step, "done")
    case .failed(let step, _, _): (key, what) = (step, "failed")
    case .skipped(let step, _): (key, what) = (step, "left out")
    }
    let (title, ended, all) = state.withLock { state in
      state.ended += 1
      return (state.titles[key] ?? key, state.ended, state.titles.count)
    }
    context.progress(Double(ended), of: all > 0 ? Double(all) : nil, message: "\(title): \(what)")
  }
}
