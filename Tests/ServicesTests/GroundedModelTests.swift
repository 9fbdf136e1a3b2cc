import Basics
import Foundation
import Records
import Reporting
import ScriptedServer
import Services
import Testing
import Vocabulary

/// Nothing is lost between a model's words and the engine.
struct GroundedModelTests {
  private static func objection(_ against: String, reference: String) -> String {
    #"{"objections":[{"against":"\#(against)","claim":"It is open.","severity":"critical","veto":true,"kind":"finding","reference":"\#(reference)","detail":"open"}]}"#
  }

  private static func bodies(_ place: ModelPlace, with words: String) -> [JSONValue] {
    place.server.bodies.compactMap(JSONValue.document).filter { $0.compact.contains(words) }
  }

  @Test func labelsStandInTheFormAndNearMissesAreRead() async throws {
    try await ModelPlace.with { place in
      let rules = [
        ServerScript.Rule(
          match: "Raise the objections", text: Self.objection("draft A", reference: "made-up"))
      ]
      place.server.script(rules + ModelPlace.rules)
      let report = try await place.ask().report
      let reviews = Self.bodies(place, with: "Raise the objections")
      let form = reviews.first?["response_format"]?["json_schema"]?["schema"]
      let entry = form?["properties"]?["objections"]?["items"]?["properties"]
      #expect(entry?["against"]?["enum"]?.array?.contains("A") == true)
      #expect(entry?["reference"]?["enum"]?.array?.contains("REQ-1") == true)
      // What names nothing went back once, and stands dismissed with its draft's right label.
      #expect(reviews.contains { $0.compact.contains("is nothing that the evidence of draft A has") })
      #expect(!report.objections.isEmpty)
      #expect(report.objections.allSatisfy { $0.against == "A" && $0.outcome == .dismissed })
    }
  }

  @Test func aLimitWithoutWordsInTheRequestIsLeftOutAndSaid() async throws {
    try await ModelPlace.with { place in
      let ledger =
        #"{"infrastructure":true,"title":"Reports","requirements":[{"text":"a private S3 bucket named reports","resources":["aws_s3_bucket"],"minimum":1}],"constraints":[{"kind":"budget","text":"at least 500 dollars","relation":">=","number":500,"value":null,"unit":"USD/month"},{"kind":"retention","text":"retention is not specified","relation":"=","number":null,"value":null,"unit":null},{"kind":"region","text":"in eu-west-1","relation":"=","number":null,"value":"eu-west-1","unit":null}],"assumptions":[],"questions":[]}"#
      place.server.script([.init(match: "write the ledger", text: ledger)] + ModelPlace.rules)
      let brief = try await place.ask().report.brief
      #expect(!brief.constraints.contains { $0.number == 500 || $0.text.contains("not specified") })
      #expect(brief.constraints.contains { $0.value == "eu-west-1" })
      #expect(brief.assumptions.contains { $0.contains("at least 500 dollars") })
    }
  }

  /// A refused draft goes back with its lines, and once more at another temperature where nothing changed.
  @Test func aRepairThatChangesNothingIsAskedForDifferently() async throws {
    try await ModelPlace.with { place in
      let draft = """
        ```hcl
        # infrastructure/main.tf
        resource "aws_s3_bucket" "reports" {
          colour = "red"
        }
        ```
        """
      place.server.script([.init(match: "Draft the whole", text: draft)] + ModelPlace.rules)
      let options = ModelRunOptions(allowsUnpriced: true)
      _ = try await place.ask(options, crew: { $0.replacing("process: debate", with: "process: solo") })
      let drafts = Self.bodies(place, with: "Draft the whole")
      #expect(drafts.count == 3)
      let last = drafts.last?.compact ?? ""
      #expect(last.contains(#"infrastructure/main.tf:2 |  colour = \"red\""#))
      #expect(last.contains("resource aws_s3_bucket (hashicorp/aws"))
      #expect(last.contains("was the same as the one before it"))
      #expect(drafts.last?["temperature"]?.double == 0.9)
    }
  }

  /// Whoever failed is asked again by a later healthy server, and what the run cost before is not forgotten.
  @Test func aFailedRunKeepsItsReasonAndIsTakenUpAgain() async throws {
    try await ModelPlace.with { place in
      place.server.script([.init(match: "Draft the whole", fault: .contentFilter)] + ModelPlace.rules)
      let error = await #expect(throws: (any Error).self) { try await place.ask() }
      #expect("\(error.map { "\($0)" } ?? "")".contains("content filter"))
      let service = RunService(installation: place.installation, storeFile: place.store)
      let run = try #require(try await service.list(limit: 1).first?.id)
      let failed = await #expect(throws: (any Error).self) {
        try await RunService.reading(place.store).replay(run)
      }
      let words = "\(failed.map { "\($0)" } ?? "")"
      #expect(words.contains("content filter") && words.contains("calls with") && words.contains("resume"))
      place.server.script(ModelPlace.rules)
      let report = try await service.resume(run, crewFile: "\(place.folder)/agents.yaml").report
      #expect(report.drafts.count == 4)
      #expect(report.steps.allSatisfy { $0.status != "failed" })
      #expect(try await RunService.reading(place.store).replay(run).identical)
    }
  }
}
