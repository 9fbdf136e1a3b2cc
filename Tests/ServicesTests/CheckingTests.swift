import Basics
import Services
import Foundation
import Reporting
import Testing

struct CheckingTests {
  private static func check(_ text: String, name: String = "main.tf") -> CheckReport {
    CheckService().check(text: Array(text.utf8), name: name).report
  }

  @Test(arguments: [
    (
      "resource \"aws_sqs_queue\" \"a\" {\n  name = \"a\"\n}\n", CheckReport.Verdict.valid,
      Basics.ExitStatus.done
    ),
    ("resource \"aws_sqs_queue\" \"a\" {\n  nam = \"a\"\n}\n", .invalid, .refused),
    ("resource \"aws_sqs_queue\" \"a\" {\n", .invalid, .refused),
    ("resource \"random_id\" \"a\" {\n  byte_length = 4\n}\n", .valid, .done),
    ("resource \"random_id\" \"a\" {\n  byte_length = 0\n}\n", .invalid, .refused),
    ("resource \"acme_id\" \"a\" {\n  byte_length = 4\n}\n", .notChecked, .undecided),
    ("resource \"random_id\" \"a\" {\n  byte_length = var.x\n}\n", .invalid, .refused),
  ])
  func theVerdictDecidesTheExitStatus(text: String, verdict: CheckReport.Verdict, status: Basics.ExitStatus) {
    let report = Self.check(text)
    #expect(report.verdict == verdict)
    #expect(report.exitStatus == status)
    #expect(report.valid == (verdict == .valid))
  }

  @Test func aProviderVersionIsInEveryVerdict() {
    #expect(
      Self.check("resource \"aws_sqs_queue\" \"a\" {}").checked.first?.hasPrefix("hashicorp/aws ") == true)
  }

  @Test func aMessageShowsItsLine() {
    let text = "resource \"aws_sqs_queue\" \"a\" {\n  nam = \"a\"\n}\n"
    let shown = Self.check(text).text(source: { _ in text }) { heading, _ in heading }
    #expect(shown.contains("on main.tf line 2, in aws_sqs_queue.a:\n  2:   nam = \"a\"\n       ^\n"))
    #expect(shown.contains("Did you mean \"name\"?"))
  }

  @Test func theCodeInAModelsAnswerIsWhatIsChecked() {
    let answer =
      "Sure! Here it is:\n\n```hcl\nresource \"aws_sqs_queue\" \"a\" {\n  nam = \"a\"\n}\n```\nEnjoy."
    let checked = CheckService(repairs: true, answers: true).check(text: Array(answer.utf8), name: "-")
    #expect(checked.report.verdict == .valid)
    #expect(checked.report.repairs.count == 1)
    #expect(checked.repaired["-"]?.contains("name = \"a\"") == true)
    #expect(CheckService().check(text: Array(answer.utf8), name: "-").report.verdict == .invalid)
  }

  @Test func whatCannotBeReadIsNeverValid() {
    #expect(CheckService().check("/nonexistent/folder").report.exitStatus == .error)
    #expect(CheckService().check(text: [0xFF], name: "-").report.exitStatus == .error)
    #expect(Self.check("{\"a\":1}", name: "x.json").exitStatus == .error)
    #expect(
      Self.check("{\"format_version\":\"1.2\",\"resource_changes\":[]}", name: "plan.json").exitStatus
        == .done)
  }

  @Test func otherProgramsReadTheirForms() throws {
    let report = Self.check("resource \"aws_sqs_queue\" \"a\" {\n  nam = \"<&>\"\n}\n")
    let sarif = try JSONValue(parsing: CheckReport.sarif([report], version: "1"))
    let result = sarif["runs"]?[0]?["results"]?[0]
    #expect(result?["level"] == "error")
    #expect(result?["locations"]?[0]?["physicalLocation"]?["region"]?["startLine"] == 2)
    let parser = XMLCheck(CheckReport.junit([report]))
    #expect(parser.isWellFormed)
    #expect(parser.elements["failure"] == 1)
  }
}
