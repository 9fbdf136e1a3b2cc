import Basics
import CrewFile
import FoundationEssentials
import Testing
import Vocabulary

struct CrewFileTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func theShippedCrewLoads() throws {
    let path = Self.root.appending(path: "agents.yaml").path(percentEncoded: false)
    let file = try CrewFile.load(path)
    #expect(file.crew.agents.map(\.key).contains("moderator"))
    #expect(file.crew.mode == .debate)
    #expect(file.crew.agents.filter(\.veto).map(\.key).sorted() == ["cost_analyst", "security_reviewer"])
    for agent in file.crew.agents { #expect(file.prompts["roles/\(agent.key)"] != nil) }
    for step in ["brief", "draft", "objections", "revision", "ballot"] {
      #expect(file.prompts["steps/\(step)"] != nil)
    }
    let tools = ["check", "price", "resource_schema", "search_memory"]
    #expect(
      try CrewFile.lint(String(contentsOfFile: path, encoding: .utf8), file: path, tools: tools).isEmpty)
  }

  private static let agent = "  a:\n    role: R\n    goal: G\n    backstory: B\n"

  @Test(arguments: [
    ("agents:\n\(agent)    temprature: 1\n", "agents.yaml:6:5: error: Unknown key"),
    ("agents:\n\(agent)    goal: again\n", "agents.yaml:4:5: error: Duplicate key"),
    (
      "agents:\n  a:\n    role: R\n    goal: G\n",
      "agents.yaml:2:3: error: Missing key: 'a' needs 'backstory:'"
    ),
    (
      "agents:\n\(agent)crew:\n  rounds: 7\n",
      "agents.yaml:7:11: error: Wrong value: 'rounds' should be a whole number from 0 to 3"
    ),
    ("agents:\n\(agent)crew:\n  drafters: [a, b]\n", "agents.yaml:7:17: error: Unknown agent"),
    (
      "agents:\n\(agent)crew:\n  process: chat\n",
      "agents.yaml:7:12: error: Wrong value: 'process' should be one of: solo, ensemble, debate"
    ),
    (
      "agents:\n\(agent)tasks:\n  t:\n    description: D\n    expected_output: E\n    agent: nobody\n",
      "agents.yaml:10:12: error: Unknown agent: The task 't' names the agent 'nobody'"
    ),
    (
      "agents:\n\(agent)tasks:\n  t:\n    description: D\n    expected_output: E\n    context: [u]\n  u:\n    description: D\n    expected_output: E\n    context: [t]\n",
      "error: Tasks in a cycle: In 'context:', tasks wait for each other: "
    ),
    ("agents: [a]\n", "agents.yaml:1:9: error: "), ("", "error: "), ("crew:\n  name: x\n", "Missing agents"),
    ("agents: &x\n\(agent)", "error: "),
    ("agents:\n\(agent)    veto: perhaps\n", "agents.yaml:6:11: error: Wrong value"),
  ])
  func saysWhatIsWrongAndWhere(text: String, message: String) {
    #expect {
      try CrewFile.load(text, file: "agents.yaml", prompts: [])
    } throws: { error in
      "\(error)".contains(message)
    }
  }

  @Test func namesEveryMistakeAtOnce() {
    let text = "agents:\n\(Self.agent)    rolle: x\n    max_iter: none\n"
    #expect {
      try CrewFile.load(text, file: "agents.yaml", prompts: [])
    } throws: { error in
      (error as? DiagnosticsError)?.diagnostics.count == 2 && "\(error)".contains("Did you mean 'role'?")
    }
  }

  @Test func crewAIKeysLoadAndAreNamedByTheLint() throws {
    let text = "agents:\n\(Self.agent)    allow_delegation: false\n    verbose: true\n"
    #expect(try CrewFile.load(text, file: "agents.yaml", prompts: []).crew.agents.count == 1)
    let warnings = try CrewFile.lint(text, file: "agents.yaml", tools: [])
    #expect(warnings.map(\.code) == ["crew.key-without-effect"])
    #expect(warnings.first?.detail.contains("'verbose' of 'a'") == true)
  }

  @Test func aToolThatDoesNotExistIsNamedWithTheNearestThatDoes() throws {
    let text = "agents:\n\(Self.agent)    tools: [price, resource_shema, SerperDevTool]\n    verbose: true\n"
    let warnings = try CrewFile.lint(text, file: "agents.yaml", tools: ["price", "resource_schema"])
    #expect(warnings.map(\.code) == ["crew.unknown-tool", "crew.unknown-tool", "crew.key-without-effect"])
    #expect("\(warnings[0])".hasPrefix("agents.yaml:6:20: warning: Unknown tool"))
    #expect(warnings[0].detail.contains("Did you mean 'resource_schema'?"))
    #expect(warnings[1].detail.contains("'SerperDevTool'") && !warnings[1].detail.contains("Did you mean"))
  }

  @Test(arguments: [
    ("Hello {{name}}", "Missing front matter"),
    ("---\ninputs: []\n---\nHello {{name}}", "Undeclared prompt input"),
    ("---\ninputs: [name, other]\n---\nHello {{name}}", "Unused prompt input"),
    ("---\nvars: [name]\n---\nHello {{name}}", "Wrong front matter"),
  ])
  func promptsDeclareWhatTheyNeed(text: String, message: String) {
    #expect {
      try CrewFile.load("agents:\n\(Self.agent)", file: "agents.yaml", prompts: [("draft.md", text)])
    } throws: { error in
      "\(error)".contains("prompts/draft.md:") && "\(error)".contains(message)
    }
  }

  @Test func anEditedPromptIsAnotherCrew() throws {
    func digest(_ prompt: String) throws -> String {
      try CrewFile.load(
        "agents:\n\(Self.agent)", file: "agents.yaml", prompts: [("p.md", "---\ninputs: []\n---\n\(prompt)")]
      ).crew.digest
    }
    #expect(try digest("a") == digest("a"))
    #expect(try digest("a") != digest("b"))
  }
}
