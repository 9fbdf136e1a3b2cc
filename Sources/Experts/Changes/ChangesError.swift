import Basics

/// Why a change of a configuration could not be read or made.
package typealias ChangesError = RoomError<ChangesErrorCode>

/// The stable codes of `ChangesError`.
package enum ChangesErrorCode: String, ErrorCode, Codable {
  /// A file that comes with the program is broken.
  case brokenVocabulary = "changes.broken-vocabulary"
  /// The request names nothing to be done.
  case nothingToDo = "changes.nothing-to-do"
  /// An edit that was decided on cannot be made in the file.
  case cannotEdit = "changes.cannot-edit"

  package var exitStatus: ExitStatus {
    switch self {
    case .brokenVocabulary, .cannotEdit: .error
    case .nothingToDo: .usage
    }
  }
}
