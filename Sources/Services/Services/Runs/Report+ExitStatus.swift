import Basics
import Reporting
import Vocabulary

extension Report {
  /// What a script is told: a budget that ended; a veto, a broken draft or an unmet requirement refuses; more than half
  /// unknown cannot be decided.
  package var exitStatus: ExitStatus {
    if usage.exceeded != nil { return .budget }
    let unmet = brief.requirements.contains { $0.status == .unmet }
    if !verdict.vetoes.isEmpty || unmet || validation.contains(where: { $0.status == .failed }) {
      return .refused
    }
    let unknown = brief.requirements.count { $0.status == .unknown }
    return unknown * 2 > brief.requirements.count ? .undecided : .done
  }
}
