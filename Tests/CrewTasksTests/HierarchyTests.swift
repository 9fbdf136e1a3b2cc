import CrewFile
import CrewTasks
import Reporting
import Testing

struct HierarchyTests {
  private static let crew = "  process: hierarchical\n  manager_agent: boss\n"

  @Test func aManagerGivesWorkAndReviewsIt() async throws {
    let place = try TaskPlace(
      TaskPlace.task("a", agent: nil), crew: Self.crew,
      [
        "boss": [
          ("delegate do a", .divides([("writer", "write it"), ("checker", "check it")])),
          ("do a [part 1: W] [part 2: C]", .text("WC")), ("assess WC", .refuses("Say more.")),
          ("delegate do a", .divides([("writer", "write it all")])), ("assess all of it", .accepts),
        ],
        "writer": [
          ("write it", .text("W")), ("write it all previous: WC feedback: Say more.", .text("all of it")),
        ],
        "checker": [("check it [part 1: W]", .text("C"))],
      ])
    let report = try #require(try await place.run()["a"])
    #expect(report.output == "all of it" && report.status == .done)
    #expect(report.attempts.map(\.parts.count) == [2, 1])
    #expect(report.attempts.map(\.faults) == [["Say more."], []])
    #expect(report.agent == "writer")
    place.expectAllUsed()
  }

  @Test func workIsHandedOnOnlySoDeep() async throws {
    let place = try TaskPlace(
      TaskPlace.task("a", agent: nil), crew: Self.crew + "  delegation: {depth: 2}\n",
      delegates: ["writer", "checker"],
      [
        "boss": [("delegate do a", .divides([("writer", "first")])), ("assess third", .accepts)],
        "writer": [("delegate first", .divides([("checker", "second")]))],
        // At the depth of two the checker is no longer asked whom to give it to.
        "checker": [("second", .text("third"))],
      ])
    #expect(try await place.run()["a"]?.output == "third")
    place.expectAllUsed()
  }

  @Test func anAgentMayKeepItsWork() async throws {
    let place = try TaskPlace(
      TaskPlace.task("a"), crew: "  process: sequential\n", delegates: ["writer"],
      ["writer": [("delegate do a", .divides([])), ("do a", .text("mine"))]])
    let report = try #require(try await place.run()["a"])
    #expect(report.output == "mine" && report.attempts.first?.parts.isEmpty == true)
    place.expectAllUsed()
  }

  @Test func noMoreIsHandedOnThanTheCrewAllows() async throws {
    let place = try TaskPlace(
      TaskPlace.task("a", agent: nil), crew: Self.crew + "  delegation: {tasks: 1}\n",
      ["boss": [("delegate do a", .divides([("writer", "x"), ("checker", "y")]))]])
    let report = try #require(try await place.run()["a"])
    #expect(report.status == .failed && report.reason.contains("allows 1 delegations"))
  }

  @Test func theManagerIsTheFirstAgentUnlessNamed() throws {
    #expect(
      try TaskPlace.plan(TaskPlace.task("a"), crew: "  process: hierarchical\n").process.manager == "boss")
    let plan = try TaskPlace.plan(
      TaskPlace.task("a"), crew: "  process: hierarchical\n  manager_agent: checker\n")
    #expect(plan.process.manager == "checker")
  }
}
