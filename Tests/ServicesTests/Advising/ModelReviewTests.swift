import Advice
import Basics
import CurlHTTP
import Services
import Foundation
import Reporting
import ScriptedServer
import Testing
import Vocabulary

/// Models look at advice where they are configured, beside the handbook.
struct ModelReviewTests {
  private func report(_ place: ModelPlace, model: String?) async throws -> AdviceReport {
    let code = "\(place.folder)/code"
    try FileManager.default.createDirectory(atPath: code, withIntermediateDirectories: true)
    try Data(
      "resource \"aws_ebs_volume\" \"data\" {\n  availability_zone = \"us-east-1a\"\n  size = 100\n  encrypted = true\n}\n"
        .utf8
    ).write(to: URL(filePath: "\(code)/main.tf"))
    var request = AdviceRequest(
      crewFile: "\(ModelPlace.root)/agents.yaml", models: ModelRunOptions(model: model, allowsUnpriced: true))
    request.sources = [code]
    request.store = "\(place.folder)/advice.db"
    return try await AdviceService(installation: place.installation).report(request)
  }

  @Test func aModelsGraveObjectionCounts() async throws {
    try await ModelPlace.with { place in
      let calm = try await report(place, model: "handbook")
      let fingerprint = try #require(
        calm.recommendations.first { $0.rule == "aws-ebs-gp2-to-gp3" }?.fingerprint)
      func answer(_ severity: String) -> String {
        #"{"objections":[{"against":"\#(fingerprint)","claim":"the shop reads at 400 MB/s","severity":"\#(severity)","veto":false,"kind":"document","reference":"aws_ebs_volume.data","detail":"gp3"}]}"#
      }
      place.server.script([ServerScript.Rule(text: answer("high"))])
      let refused = try await report(place, model: "openai/scripted")
      let one = try #require(refused.recommendations.first { $0.fingerprint == fingerprint })
      #expect(one.counted == 0 && one.objections.first?.reason == "the shop reads at 400 MB/s")
      #expect(one.objections.first?.answeredBy == "openai/scripted")
      #expect(refused.reviewers.allSatisfy { $0.answeredBy == "handbook and openai/scripted" })
      #expect(
        place.server.bodies.allSatisfy { $0.contains(fingerprint) && $0.contains("no more than") == false })
    }
  }

  /// A night survives its models: the report is there, with the handbook's objections and the fault named.
  @Test(arguments: ["I would rather talk about the weather.", "{\"objections\": 7}", ""])
  func aModelThatBabblesIsNamedAndTheReportIsThere(answer: String) async throws {
    try await ModelPlace.with { place in
      let calm = try await report(place, model: "handbook")
      place.server.script([ServerScript.Rule(text: answer)])
      let night = try await report(place, model: "openai/scripted")
      #expect(night.recommendations.map(\.fingerprint) == calm.recommendations.map(\.fingerprint))
      #expect(
        night.reviewers.allSatisfy { $0.answeredBy.hasPrefix("handbook alone (openai/scripted failed: ") })
      #expect(try night.markdown().contains("openai/scripted failed"))
    }
  }

  @Test(arguments: ["http://127.0.0.1:1/v1", "http://name.invalid/v1"])
  func aModelThatIsNotThereIsNamedAndTheReportIsThere(address: String) async throws {
    try await ModelPlace.with { place in
      var place = place
      place.environment["OPENAI_BASE_URL"] = address
      let night = try await report(place, model: "openai/scripted")
      #expect(!night.recommendations.isEmpty)
      #expect(night.reviewers.allSatisfy { $0.answeredBy.hasPrefix("handbook alone (") })
    }
  }

  @Test func aModelWithoutItsKeyIsNamedAndTheReportIsThere() async throws {
    try await ModelPlace.with { place in
      var place = place
      place.environment["OPENAI_API_KEY"] = nil
      place.environment["OPENAI_BASE_URL"] = nil
      let night = try await report(place, model: "openai/gpt-4.1")
      #expect(!night.recommendations.isEmpty)
      #expect(night.reviewers.allSatisfy { $0.answeredBy.contains("OPENAI_API_KEY") })
    }
  }

  @Test func aMildOneDoesNot() async throws {
    try await ModelPlace.with { place in
      place.server.script([
        ServerScript.Rule(
          text:
            #"{"objections":[{"against":"nobody","claim":"c","severity":"critical","veto":false,"kind":"document","reference":"r","detail":"d"}]}"#
        )
      ])
      let report = try await report(place, model: "openai/scripted")
      #expect(report.saving == 2 && report.refused.isEmpty)
    }
  }
}
