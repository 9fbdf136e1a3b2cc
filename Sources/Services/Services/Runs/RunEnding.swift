import Reporting

/// What a run used and when its steps ran; kept once, so that a replay says the same.
struct RunEnding: Sendable, Codable {
  var usage: RunUsage
  var times: [String: StepTime]
}
