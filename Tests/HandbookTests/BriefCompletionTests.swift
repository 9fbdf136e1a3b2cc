import Experts
import Testing
import Vocabulary

@testable import Handbook

/// A brief of somebody else's is held against the request.
struct BriefCompletionTests {
  private static func completed(_ texts: [String], of request: String) throws -> Brief {
    let brief = Brief(
      title: "t",
      requirements: texts.enumerated().map { Requirement(id: "REQ-\($0 + 1)", text: $1) })
    return try HandbookReading().completed(brief, of: Request(text: request))
  }

  @Test func aDenialThatIsLeftOutComesBackAsAClaimOfAbsence() throws {
    let brief = try Self.completed(
      ["An ECS Fargate service", "a load balancer"], of: "An ECS Fargate service, no load balancer")
    let added = try #require(brief.requirements.last)
    #expect(added.text == "no load balancer" && added.kind == .absence && added.id == "REQ-3")
    #expect(added.check?.all.allSatisfy { $0.maximum == 0 } == true)
  }

  @Test(arguments: [
    ("A PostgreSQL database and Argo CD", "Argo CD"),
    ("A Lambda function with a warp drive", "warp drive"),
    ("A SageMaker endpoint, a dancing bear", "a dancing bear"),
  ])
  func whatIsLeftOutIsOpen(request: String, words: String) throws {
    let first = String(
      request.prefix { $0 != "," && $0 != "." }.split(separator: " ").prefix(3).joined(separator: " "))
    let brief = try Self.completed([first], of: request)
    let added = brief.requirements.dropFirst()
    #expect(added.contains { $0.text == words && ($0.gap != nil || $0.check != nil) }, "\(added.map(\.text))")
    #expect(brief.placements?.map(\.text).joined() == request)
  }

  @Test func whatIsToldIsNotAddedAgain() throws {
    let texts = ["A PostgreSQL database", "daily backups", "no load balancer"]
    let brief = try Self.completed(texts, of: "A PostgreSQL database with daily backups, no load balancer")
    #expect(brief.requirements.map(\.text) == texts)
    let lines = Set((brief.placements ?? []).flatMap(\.lines))
    #expect(lines.isSuperset(of: ["REQ-1", "REQ-2", "REQ-3"]))
  }

  @Test(
    arguments: [
      ("an SQS queue", nil), ("an SQS queue that is never full", "never"), ("no SQS queue", "no"),
      ("three SQS queues", "three"),
    ] as [(String, String?)])
  func aTextThatSaysMoreThanItsTypesIsNotShownByThem(text: String, rest: String?) throws {
    let found = try HandbookReading().undecided(in: text, besides: ["aws_sqs_queue"], count: 1)
    #expect(rest == nil ? found == nil : found != nil, "\(found ?? "nothing")")
  }

  @Test func aNumberIsShownByACheckOfThatNumber() throws {
    let (reading, types) = (try HandbookReading(), ["aws_sqs_queue"])
    #expect(try reading.undecided(in: "three SQS queues", besides: types, count: 3) == nil)
    #expect(try reading.undecided(in: "4 SQS queues", besides: types, count: 3) == "4")
  }
}
