import Basics
import CrewFile
import Testing

struct CrewInputsTests {
  private static func crew(_ goal: String) throws -> Crew {
    let text = "agents:\n  a:\n    role: R\n    goal: '\(goal)'\n    backstory: B\n"
    return try CrewFile.load(text, file: "agents.yaml", prompts: []).crew
  }

  @Test(arguments: [
    ("about {topic}", "about queues"), ("{topic}{topic}", "queuesqueues"),
    ("{ topic } {\"a\": 1} {}", "{ topic } {\"a\": 1} {}"),
    ("{{topic}}", "{queues}"), ("100 {", "100 {"),
  ])
  func onlyNamesInBracesAreFilled(text: String, filled: String) throws {
    let inputs = text.contains("{topic}") ? ["topic": "queues"] : [:]
    #expect(try Self.crew(text).filled(inputs).agents.first?.goal == filled)
  }

  @Test func aValueIsNotFilledAgain() throws {
    #expect(try Self.crew("{topic}").filled(["topic": "{other}"]).agents.first?.goal == "{other}")
  }

  @Test func everyMissingNameIsSaidWithItsPlace() throws {
    #expect {
      try Self.crew("{one} {two}").filled([:])
    } throws: { error in
      let faults = (error as? DiagnosticsError)?.diagnostics ?? []
      return faults.count == 2 && faults.allSatisfy { $0.range?.start.line == 2 }
    }
  }
}
