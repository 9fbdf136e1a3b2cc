import Basics

/// What the tools did and what is there afterwards.
struct ApplyFindings: Sendable {
  /// What the tool said that failed; nil where all went well.
  var failure: String?
  var outcomes: [ResourceOutcome] = []
  /// The outputs as the state has them afterwards, sensitive values left out.
  var outputs: [JSONMember] = []
}
