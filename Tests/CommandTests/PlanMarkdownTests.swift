import Testing
import Vocabulary

@testable import Delivery
@testable import ExecutorCommands

/// A plan as a comment: short enough for one, with everything that goes by name.
struct PlanMarkdownTests {
  private func document(_ changes: [PlannedChange]) -> PlanDocument {
    PlanDocument(
      purpose: .change, requester: "maria", folder: "/shop", source: "/shop", workspace: "/w", artifacts: [:],
      changes: changes, drift: [],
      appraisal: Appraisal(before: 10, after: 20, unpriced: [], findings: []), rules: ApprovalRules(),
      risks: changes.filter { $0.action == .delete }.map {
        Risk(.destroy, address: $0.address, reason: "is destroyed")
      },
      undo: UndoOutlook(changes: [], losses: []))
  }

  private func text(_ changes: [PlannedChange]) -> String {
    PlanMarkdown(document(changes), id: "plan-1", changesAnything: true).text
  }

  @Test func showsWhatOpensAndWhatIsNotKnown() {
    var document = document([])
    document.appraisal.network = NetworkAppraisal(
      opened: (0..<40).map {
        NetworkAppraisal.Way(from: "the internet", to: "aws_lb.web\($0)", traffic: "TCP 443", addresses: 9)
      },
      closed: [
        NetworkAppraisal.Way(from: "aws_instance.a", to: "aws_db_instance.b", traffic: "all", addresses: 0)
      ],
      unknown: (0..<7).map { "Route \($0) is not known." })
    let plan = PlanText(document, id: "plan-1", changesAnything: true)
    #expect(plan.text.contains("Opens: the internet → aws_lb.web0: TCP 443"))
    #expect(plan.text.contains("11 more ways"))
    #expect(plan.text.contains("Not known of the network: Route 4 is not known."))
    #expect(plan.text.contains("2 more that is not known"))
    #expect(
      PlanMarkdown(document, id: "plan-1", changesAnything: true).text.contains(
        "Opens: the internet → aws\\_lb.web0"))
  }

  @Test(arguments: [40, 120]) func keepsEveryDestroyOfAnyPlan(_ length: Int) {
    let name = String(repeating: "n", count: length)
    let changes = (0..<1_100).map { index in
      PlannedChange(
        address: "module.shop.aws_instance.\(name)[\(index)]", type: "aws_instance",
        action: index < 700 ? .delete : .update,
        arguments: index < 700
          ? []
          : [PlannedArgument(path: "user_data", before: "a", after: String(repeating: "x", count: 3_000))])
    }
    let text = text(changes)
    #expect(text.utf16.count < 65_536)
    #expect(text.contains("Destroyed or made anew: 700"))
    let single = (0..<700).allSatisfy { text.contains("`module.shop.aws_instance.\(name)[\($0)]`") }
    #expect(single || text.contains("- destroy `module.shop.aws_instance.\(name)` `0-699`"))
    #expect(text.contains("more, which a comment has no room for"))
  }

  /// What stands in a configuration cannot become marks of the comment.
  @Test func showsValuesAsTheyAre() {
    let text = text([
      PlannedChange(
        address: "aws_instance.a[\"<b>\"]", type: "aws_instance", action: .replace, differing: ["user_data"],
        forcedBy: ["user_data"],
        arguments: [
          PlannedArgument(
            path: "user_data", before: "\"```\\n</details>\"", after: "\"x\"", forcesReplacement: true)
        ])
    ])
    #expect(text.contains("````\n"))
    #expect(text.contains("&lt;b&gt;") && text.contains("forced by user"))
    #expect(text.contains("# forces replacement"))
  }

  @Test func saysThatNothingChanges() {
    let text = PlanMarkdown(document([]), id: "plan-1", changesAnything: false).text
    #expect(text.contains("0 to add") && text.contains("Nothing to do."))
  }
}
