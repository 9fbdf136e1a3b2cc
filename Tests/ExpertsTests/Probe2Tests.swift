import Foundation
import Testing
import Vocabulary

@testable import Experts

@Suite struct Probe2Tests {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["PROBES"] != nil))
  func probes() async throws {
    let environment = ProcessInfo.processInfo.environment
    let text = try String(contentsOfFile: environment["PROBES"] ?? "", encoding: .utf8)
    for (number, line) in text.split(separator: "\n").enumerated() {
      let profile = AgentProfile(key: "a", role: "r", priority: .balanced, focus: [])
      let expert = try HandbookExpert(profile: profile, workbench: FakeWorkbench(), edition: "1")
      let request = Request(text: String(line))
      print("#### \(number)", line.prefix(400))
      do {
        let brief = try await expert.brief(for: request)
        print("  T", brief.title)
        for line in brief.requirements {
          print(
            "  ", line.id, line.text, "|",
            line.check?.all.map {
              "\($0.types.joined(separator: ",")) \($0.condition ?? "-") >=\($0.minimum)"
            }.joined(separator: " && ") ?? "NO CHECK")
        }
        for line in brief.constraints {
          print(
            "  ", line.id, line.kind, line.text, line.relation, line.number.map { "\($0)" } ?? "",
            line.value ?? "", line.unit ?? "")
        }
        for line in brief.assumptions
        where !line.hasPrefix("The environment") && !line.hasPrefix("The region") { print("   ASSUME", line) }
        for line in brief.questions { print("   ASK", line) }
        let draft = try await expert.draft(
          DraftAssignment(request: request, brief: brief, agent: profile, label: "A"))
        print("   =>", draft.summary)
        if let out = environment["OUT"] {
          for file in draft.files {
            let url = URL(fileURLWithPath: out).appendingPathComponent("\(number)/\(file.path)")
            try FileManager.default.createDirectory(
              at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try file.content.write(to: url, atomically: true, encoding: .utf8)
          }
        }
      } catch { print("   ERROR", error) }
    }
  }
}
