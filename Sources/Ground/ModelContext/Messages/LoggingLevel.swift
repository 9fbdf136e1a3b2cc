/// How grave a log message is, by RFC 5424, the least grave first.
package enum LoggingLevel: String, Sendable, CaseIterable, Comparable {
  case debug, info, notice, warning, error, critical, alert, emergency

  package static func < (left: LoggingLevel, right: LoggingLevel) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
