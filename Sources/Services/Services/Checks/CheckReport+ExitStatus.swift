import Basics
import Reporting

extension CheckReport {
  /// 0 valid, 1 cannot be read, 3 invalid, 5 not checkable.
  package var exitStatus: ExitStatus {
    switch verdict {
    case .valid: .done
    case .invalid: .refused
    case .notChecked: .undecided
    case .unreadable: .error
    }
  }

  /// The gravest of several: what cannot be read, then what is invalid, then what was not checked.
  package static func exitStatus(of reports: [CheckReport]) -> ExitStatus {
    let all = Set(reports.map(\.exitStatus))
    return [.error, .refused, .undecided].first { all.contains($0) } ?? .done
  }
}
