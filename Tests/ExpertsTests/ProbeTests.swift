import Foundation
import Testing
import Vocabulary

@testable import Experts

@Suite struct ProbeTests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["PROBE"] != nil))
  func probe() async throws {
    let environment = ProcessInfo.processInfo.environment
    let text = environment["PROBE"] ?? ""
    for priority in AgentProfile.Priority.allCases {
      let profile = AgentProfile(key: "a", role: "r", priority: priority, focus: [])
      let expert = try HandbookExpert(profile: profile, workbench: FakeWorkbench(), edition: "1")
      let request = Request(text: text)
      let brief = try await expert.brief(for: request)
      if priority == .balanced {
        print("TITLE", brief.title)
        for line in brief.requirements {
          print(
            line.id, line.text,
            line.check?.all.map { "\($0.types) \($0.condition ?? "-") >=\($0.minimum)" } ?? "NO CHECK")
        }
        for line in brief.constraints {
          print(
            line.id, line.kind, line.text, line.relation, line.number as Any, line.value as Any,
            line.unit as Any)
        }
        for line in brief.assumptions { print("ASSUME", line) }
        for line in brief.questions { print("ASK", line) }
      }
      guard let out = environment["OUT"] else { continue }
      let draft = try await expert.draft(
        DraftAssignment(request: request, brief: brief, agent: profile, label: "A"))
      print(priority, draft.summary)
      for decision in draft.decisions {
        print("  ", decision.topic, "=", decision.choice, "|", decision.rationale)
      }
      for file in draft.files {
        let url = URL(fileURLWithPath: out).appendingPathComponent("\(priority.rawValue)/\(file.path)")
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try file.content.write(to: url, atomically: true, encoding: .utf8)
      }
    }
  }
}
