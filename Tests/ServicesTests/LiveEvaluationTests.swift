import Foundation
import ScriptedServer
import Services
import Testing
import Vocabulary

/// Requests through the whole path, with a scripted model and from what was recorded of it.
struct LiveEvaluationTests {
  private static func evaluation(
    _ place: ModelPlace, record: String? = nil, replay: String? = nil, folder: String
  ) throws -> LiveEvaluation {
    LiveEvaluation(
      installation: place.installation, crewFile: try place.crewFile(),
      models: ModelRunOptions(allowsUnpriced: true), record: record, replay: replay,
      folder: "\(place.folder)/\(folder)")
  }

  @Test func modesStandSideBySideLiveAndFromCassettes() async throws {
    try await ModelPlace.with { place in
      let tasks = "\(place.folder)/tasks.jsonl"
      let lines = [
        #"{"id": "bucket", "prompt": "a private S3 bucket named reports in eu-west-1"}"#,
        #"{"id": "poem", "prompt": "write me a poem about spring"}"#,
      ]
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: tasks))
      let poem =
        #"{"infrastructure":false,"title":"","requirements":[],"constraints":[],"assumptions":[],"questions":[]}"#
      place.server.script([.init(match: "poem about spring", text: poem)] + ModelPlace.rules)
      let modes: [Request.Mode] = [.solo, .ensemble]
      let cassettes = "\(place.folder)/cassettes"
      let live = try await Self.evaluation(place, record: cassettes, folder: "live")
        .evaluate(tasks, modes: modes)
      #expect(live.rows.map(\.mode) == modes)
      #expect(live.rows.map(\.total) == [2, 2])
      #expect(live.rows.map(\.failed) == [1, 1])
      #expect(live.outcomes.filter { $0.id == "poem" }.allSatisfy { $0.reason.contains("infrastructure") })
      let answered = live.outcomes.filter { $0.id == "bucket" }
      #expect(answered.allSatisfy { $0.verdict != .failed && $0.calls > 0 && $0.tokens > 0 })
      #expect(answered.first.map { $0.calls < answered[1].calls } == true)
      #expect(live.pairs.map(\.difference) == [0])
      #expect(live.text.contains("ensemble against solo"))
      place.server.stop()
      let played = try await Self.evaluation(place, replay: cassettes, folder: "played")
        .evaluate(tasks, modes: modes)
      #expect(played.outcomes.map(\.verdict) == live.outcomes.map(\.verdict))
      #expect(played.outcomes.map(\.met) == live.outcomes.map(\.met))
    }
  }
}
