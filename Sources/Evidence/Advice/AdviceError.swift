import Basics

/// Why advice could not be given.
package typealias AdviceError = RoomError<AdviceErrorCode>

/// The stable codes of `AdviceError`.
package enum AdviceErrorCode: String, ErrorCode, Codable {
  /// Rules, tables or metrics that come with the program are broken.
  case badData = "advice.bad-data"
  /// A source is none that can be read.
  case badSource = "advice.bad-source"
  /// A server of metrics did not answer as it should.
  case metrics = "advice.metrics"
  /// A budget file or a webhook that is not allowed.
  case configuration = "advice.configuration"
  /// There is no open advice of that name.
  case unknownAdvice = "advice.unknown"
  /// A webhook did not take the report.
  case notify = "advice.notify"
}
