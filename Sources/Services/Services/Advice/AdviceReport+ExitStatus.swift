import Basics
import Reporting
import Vocabulary

extension AdviceReport {
  /// 1 where an estate could not be read, 4 above a budget, 2 with advice, 0 with nothing to do.
  package var exitStatus: ExitStatus {
    if !faults.isEmpty { return .error }
    if budgets.contains(where: \.isExceeded) { return .budget }
    return recommendations.contains(where: \.isSound) ? .changes : .done
  }
}
