import CrewTasks
import Reporting
import Testing

struct TaskRunnerTests {
  @Test func aTaskGetsTheResultsItBuildsOn() async throws {
    let place = try TaskPlace(
      TaskPlace.task("a") + TaskPlace.task("b", agent: "checker")
        + TaskPlace.task("c", "context: [a]") + TaskPlace.task("d"),
      [
        "writer": [
          ("do a", .text("A")), ("do c [a: A]", .text("C")), ("do d [a: A] [b: B] [c: C]", .text("D")),
        ],
        "checker": [("do b [a: A]", .text("B"))],
      ])
    let reports = try await place.run()
    #expect(reports.values.allSatisfy { $0.status == .done })
    #expect(reports["d"]?.output == "D")
    #expect(reports["d"]?.tokens == 15)
    place.expectAllUsed()
  }

  @Test func anAsynchronousTaskHoldsNobodyUp() async throws {
    let place = try TaskPlace(
      TaskPlace.task("slow", "async_execution: true\nmax_execution_time: 1")
        + TaskPlace.task("quick", agent: "checker", "async_execution: true")
        + TaskPlace.task("after", "context: [quick]"),
      [
        "writer": [("do slow", .hangs), ("do after [quick: Q]", .text("done meanwhile"))],
        "checker": [("do quick", .text("Q"))],
      ])
    let reports = try await place.run()
    #expect(reports["after"]?.output == "done meanwhile")
    #expect(reports["slow"]?.status == .failed)
    #expect(reports["slow"]?.reason.contains("max_execution_time of 1 s") == true)
  }

  @Test func aFailureSkipsOnlyWhatBuildsOnIt() async throws {
    let place = try TaskPlace(
      TaskPlace.task("bad") + TaskPlace.task("needs", "context: [bad]")
        + TaskPlace.task("free", agent: "checker", "context: []"),
      ["writer": [("do bad", .fails("the model is gone"))], "checker": [("do free", .text("F"))]])
    let reports = try await place.run()
    #expect(reports["bad"]?.status == .failed && reports["bad"]?.reason == "the model is gone")
    #expect(reports["needs"]?.status == .skipped && reports["needs"]?.reason.contains("'bad'") == true)
    #expect(reports["free"]?.output == "F")
  }

  @Test func whatTheJournalHasIsNotAskedAgain() async throws {
    let tasks = TaskPlace.task("a", "guardrail: json") + TaskPlace.task("b", agent: "checker")
    let place = try TaskPlace(
      tasks,
      [
        "writer": [("do a", .text("no")), ("do a previous: no", .text("[1]"))],
        "checker": [("do b [a: [1]]", .text("B"))],
      ])
    let first = try await place.run()
    let again = try await place.run()
    #expect(first == again)
    #expect(place.experts["writer"]?.questions.count == 2)
    #expect(place.journal.keys == ["task/a/answer-1", "task/a/answer-2", "task/b/answer-1"])
  }

  @Test(arguments: [("yes, please", TaskReport.Status.done), ("rather not", .notNeeded)])
  func aConditionDecidesWhetherATaskIsNeeded(answer: String, status: TaskReport.Status) async throws {
    let place = try TaskPlace(
      TaskPlace.task("ask")
        + TaskPlace.task(
          "maybe", agent: "checker",
          "condition: 'strcontains(task.ask.output, \"yes\") && inputs.mode == \"full\"'")
        + TaskPlace.task("last"),
      [
        "writer": [("do ask", .text(answer)), ("do last", .text("end"))],
        "checker": [("do maybe", .text("M"))],
      ])
    let reports = try await place.run(inputs: ["mode": "full"])
    #expect(reports["maybe"]?.status == status)
    #expect(reports["last"]?.output == "end")
    #expect(place.experts["writer"]?.questions.last?.contains("[maybe: M]") == (status == .done))
  }

  @Test func aConditionWithoutAnAnswerFailsItsTask() async throws {
    let place = try TaskPlace(TaskPlace.task("a", "condition: inputs.nothing"))
    let reports = try await place.run()
    #expect(reports["a"]?.status == .failed)
    #expect(reports["a"]?.reason.contains("neither true nor false") == true)
  }

  @Test func aPersonSendsAResultBack() async throws {
    let place = try TaskPlace(
      TaskPlace.task("a", "human_input: true"),
      ["writer": [("do a", .text("long")), ("do a previous: long feedback: shorter", .text("short"))]])
    let reports = try await place.run { $0.number == 1 ? "shorter" : "" }
    #expect(reports["a"]?.output == "short")
    #expect(reports["a"]?.attempts.map(\.faults) == [["shorter"], []])
    place.expectAllUsed()
  }

  @Test func aTaskWaitsForAPersonWhoIsNotThere() async throws {
    let place = try TaskPlace(
      TaskPlace.task("a", "human_input: true") + TaskPlace.task("b"),
      ["writer": [("do a", .text("A")), ("do b [a: A]", .text("B"))]])
    let waiting = try await place.run()
    #expect(waiting["a"]?.status == .waiting && waiting["b"]?.status == .skipped)
    let later = try await place.run { _ in "" }
    #expect(later["b"]?.output == "B")
    #expect(place.experts["writer"]?.questions.count == 2)
  }

  @Test func cancellingReachesEveryTask() async throws {
    let place = try TaskPlace(
      TaskPlace.task("a", "context: []") + TaskPlace.task("b", agent: "checker", "context: []"),
      ["writer": [("do a", .hangs)], "checker": [("do b", .hangs)]])
    let run = Task { try await place.run() }
    while place.experts.values.map(\.questions.count).reduce(0, +) < 2 { await Task.yield() }
    run.cancel()
    await #expect(throws: CancellationError.self) { try await run.value }
    #expect(place.journal.keys.isEmpty)
  }
}
