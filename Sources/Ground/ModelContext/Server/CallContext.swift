import Basics

/// What a call may know and do besides its arguments.
package struct CallContext: Sendable {
  package let caller: ContextCaller
  package let client: ClientCapabilities
  /// Hears how far the work is: done, of how much where that is known, and a sentence.
  let report: @Sendable (Double, Double?, String) -> Void
  let say: @Sendable (LoggingLevel, String) -> Void
  let asking: @Sendable (String, Elicitation) async throws -> ElicitationAnswer
  /// Tells subscribers that something changed.
  let announce: @Sendable (ContextEvent) -> Void

  /// Whether a person can be asked in this way.
  package func canAsk(_ elicitation: Elicitation) -> Bool { elicitation.isShowable(by: client) }

  /// Asks the person. The call may be ended for it and made again with the answer: do nothing before that costs.
  /// - Parameter key: names the question within the call.
  /// - Throws: `ProtocolFault` where the client cannot ask.
  package func ask(_ key: String, as elicitation: Elicitation) async throws -> ElicitationAnswer {
    guard canAsk(elicitation) else {
      throw ProtocolFault.missing(capability: elicitation.capability, for: "The question '\(key)'")
    }
    return try await asking(key, elicitation)
  }

  /// Says how far the work is; `done` has to grow from one time to the next.
  package func progress(_ done: Double, of total: Double?, message: String) { report(done, total, message) }

  package func log(_ level: LoggingLevel, message: String) { say(level, message) }

  package func changed(_ event: ContextEvent) { announce(event) }

  /// Of a call that nobody follows and nobody can be asked in.
  package static func alone(_ caller: ContextCaller) -> CallContext {
    CallContext(
      caller: caller, client: ClientCapabilities(), report: { _, _, _ in }, say: { _, _ in },
      asking: { _, elicitation in
        throw ProtocolFault.missing(capability: elicitation.capability, for: "A question")
      }, announce: { _ in })
  }
}
