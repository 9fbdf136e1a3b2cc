import Reporting
import Testing

struct GuardrailTests {
  @Test func theReasonIsFedBackUntilTheResultPasses() async throws {
    let place = try TaskPlace(
      TaskPlace.task("a", "guardrails: [json, {max_words: 3}]"),
      [
        "writer": [
          ("do a", .text("words")), ("It is not one JSON document", .text("[1, 2, 3, 4]")),
          ("There are 4 words, and at most 3", .text("[1, 2]")),
        ]
      ])
    let reports = try await place.run()
    #expect(reports["a"]?.output == "[1, 2]")
    #expect(reports["a"]?.attempts.map(\.faults.isEmpty) == [false, false, true])
    place.expectAllUsed()
  }

  @Test(arguments: [
    ("guardrail: json", "```json\n{\"a\": 1}\n```", true), ("guardrail: json", "{a: 1}", false),
    ("guardrail: yaml", "a: 1", true), ("guardrail: yaml", "a: [1", false),
    ("guardrail: yaml", "only words", false),
    ("guardrail: hcl", "resource \"a\" \"b\" {}", true), ("guardrail: hcl", "resource \"a\" {", false),
    ("guardrail: not_empty", "x", true), ("guardrail: not_empty", " \n", false),
    ("guardrail: {min_words: 2}", "one two", true), ("guardrail: {min_words: 2}", "one", false),
    ("guardrail: {max_words: 2}", "one two", true), ("guardrail: {max_words: 2}", "one two three", false),
    ("guardrail: {contains: Summary}", "## Summary", true), ("guardrail: {contains: Summary}", "none", false),
  ])
  func eachCheckLetsPassAndRefuses(rail: String, text: String, passes: Bool) async throws {
    let place = try TaskPlace(
      TaskPlace.task("a", "\(rail)\nguardrail_max_retries: 0"), ["writer": [("do a", .text(text))]])
    let report = try #require(try await place.run()["a"])
    #expect((report.status == .done) == passes)
    #expect(report.attempts.first?.faults.isEmpty == passes)
  }

  @Test func aRuleInFreeWordsIsJudgedByAModel() async throws {
    let place = try TaskPlace(
      TaskPlace.task("a", "guardrail: it names a price\nguardrail_max_retries: 1"),
      [
        "writer": [
          ("do a", .text("cheap")), ("assess cheap by it names a price", .refuses("No price.")),
          ("feedback: No price.", .text("$3")), ("assess $3 by it names a price", .accepts),
        ]
      ])
    let reports = try await place.run()
    #expect(reports["a"]?.output == "$3")
    #expect(reports["a"]?.attempts.first?.faults == ["No price."])
    place.expectAllUsed()
  }

  @Test func whatIsWrongWithTasksIsSaidAtOnceAndWhere() throws {
    let tasks =
      TaskPlace.task("a", "guardrail: jsn") + TaskPlace.task("b", "output_file: ../x")
      + TaskPlace.task("c", agent: nil) + TaskPlace.task("d", "condition: worker.x == 1")
      + TaskPlace.task("e", "output_file: r.md") + TaskPlace.task("f", "output_file: r.md")
      + TaskPlace.task("g", "guardrail: max_words") + TaskPlace.task("h", "output_file: tasks.json")
    #expect {
      try TaskPlace.plan(tasks)
    } throws: { error in
      let words = "\(error)"
      return [
        "Did you mean 'json'?", "'../x' of 'b' is not below", "'c' needs 'agent:'",
        "'worker' is nothing here",
        "'e' and 'f' both write 'r.md'", "'max_words' needs a number", "written by the run itself",
        "agents.yaml:",
      ].allSatisfy(words.contains)
    }
  }
}
