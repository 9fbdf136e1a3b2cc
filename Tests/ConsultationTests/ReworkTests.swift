import Consultation
import Experts
import Testing
import Vocabulary

/// What real tools refuse goes back to the model that wrote it, once.
struct ReworkTests {
  private static func fixture(second: String) -> Fixture {
    var fixture = Fixture()
    fixture.mode = .solo
    fixture.evidence["architect"] = Fixture.evidence(price: 50, valid: false)
    fixture.evidence["better"] = Fixture.evidence(price: 50)
    fixture.scripts["architect"]?.kind = .model
    fixture.scripts["architect"]?.revision = { assignment in
      #expect(assignment.objections.map(\.basis.reference) == ["validate"])
      var draft = assignment.candidate.draft
      draft.files = [Artifact(path: "infrastructure/main.tf", content: second)]
      return Revision(draft: draft, answers: [])
    }
    return fixture
  }

  @Test func theBetterOfTheTwoGoesOn() async throws {
    let (outcome, consultation, experts) = try await Self.fixture(second: "better").consult()
    #expect(try consultation.chosenFiles(outcome).map(\.content) == ["better"])
    #expect(experts["architect"]?.questions == ["draft", "revision"])
  }

  @Test func oneThatIsNoBetterIsNotTaken() async throws {
    let (outcome, consultation, _) = try await Self.fixture(second: "architect").consult()
    #expect(try consultation.chosenFiles(outcome).map(\.content) == ["architect"])
  }

  @Test func noAnswerLeavesTheDraftAsItWas() async throws {
    var fixture = Self.fixture(second: "better")
    fixture.scripts["architect"]?.revision = nil
    let (outcome, consultation, _) = try await fixture.consult()
    #expect(try consultation.chosenFiles(outcome).map(\.content) == ["architect"])
  }

  /// A drafter that failed is asked again when the run is taken up, unless the comparison was made without it.
  @Test(arguments: [true, false]) func aStepThatFailedIsDoneAgainUnlessItWasDecidedWithout(isDecided: Bool)
    async throws
  {
    var fixture = Fixture()
    fixture.mode = .ensemble
    fixture.scripts["cost"]?.draft = nil
    fixture.journal = MemoryJournal()
    _ = try await fixture.consult()
    let failed = try #require(fixture.journal.all.keys.first { $0.hasPrefix("failure/draft/") }?.dropFirst(8))
    var again = Fixture()
    again.mode = .ensemble
    again.journal = MemoryJournal(
      fixture.journal.all.filter { key, _ in
        key != failed && key != "verdict" && (isDecided || key != "gate")
      })
    let (outcome, _, experts) = try await again.consult()
    #expect(outcome.failures.map(\.step).contains(String(failed)) == isDecided)
    #expect(experts["cost"]?.questions == (isDecided ? [] : ["draft"]))
  }
}
