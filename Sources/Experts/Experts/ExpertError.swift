import Basics

/// Why an expert could not answer.
package typealias ExpertError = RoomError<ExpertErrorCode>

/// The stable codes of `ExpertError`.
package enum ExpertErrorCode: String, ErrorCode, Codable {
  /// Nothing in the request is about infrastructure that can be built.
  case notInfrastructure = "expert.not-infrastructure"
  /// Two constraints of the request cannot hold together.
  case contradiction = "expert.contradiction"
  /// The request names something that does not exist, as a region.
  case unknownName = "expert.unknown-name"
  /// The expert has no answer to a task in free words.
  case cannotPerform = "expert.cannot-perform"
  /// The expert itself failed.
  case failed = "expert.failed"

  package var exitStatus: ExitStatus {
    switch self {
    case .notInfrastructure, .unknownName: .usage
    case .contradiction: .undecided
    case .cannotPerform, .failed: .error
    }
  }
}
