import Basics
import Reporting

extension TaskRunReport {
  /// What a script is told: a budget that ended, a person who has to answer, a result that was refused, a task that failed.
  package var exitStatus: ExitStatus {
    if usage.exceeded != nil { return .budget }
    if tasks.contains(where: { $0.status == .failed }) {
      return tasks.contains { $0.status == .failed && $0.isRefused } ? .refused : .error
    }
    return tasks.contains { $0.status == .waiting } ? .changes : .done
  }
}

extension TaskReport {
  /// Whether its last result was made and not taken.
  fileprivate var isRefused: Bool { attempts.last.map { !$0.faults.isEmpty } ?? false }
}
