/// Why the program cannot find what comes with it.
package typealias ProgramDataError = RoomError<ProgramDataErrorCode>

/// The stable codes of `ProgramDataError`.
package enum ProgramDataErrorCode: String, ErrorCode, Codable {
  /// A folder of data is not where it belongs.
  case missing = "program.data-missing"
  /// The system does not say where the program itself is.
  case noPlace = "program.no-place"

  package var exitStatus: ExitStatus { .error }
}
