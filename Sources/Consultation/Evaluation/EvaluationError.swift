import Basics

/// Why a suite could not be run.
package typealias EvaluationError = RoomError<EvaluationErrorCode>

/// The stable codes of `EvaluationError`.
package enum EvaluationErrorCode: String, ErrorCode, Codable {
  /// There is no suite at the path, or a file of it is missing.
  case noSuite = "evaluation.no-suite"
  /// A line of a file is not what it should be.
  case brokenLine = "evaluation.broken-line"
  /// A way of choosing that there is none of.
  case unknownMode = "evaluation.unknown-mode"
  /// No panel matches the pattern.
  case noModels = "evaluation.no-models"

  package var exitStatus: ExitStatus { self == .unknownMode ? .usage : .error }
}
