import Basics
import CrewFile
import FoundationEssentials
import Testing
import Vocabulary

/// `crew: approvals:` read by itself, as the executor does.
struct ApprovalRulesTests {
  private static func rules(_ text: String) throws -> ApprovalRules {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "crew-\(UInt64.random(in: 0..<UInt64.max)).yaml")
    try Data(text.utf8).write(to: file)
    defer { do { try FileManager.default.removeItem(at: file) } catch { Issue.record(error) } }
    return try CrewFile.approvalRules(file.path(percentEncoded: false))
  }

  @Test func withoutAWordTheyAreStrict() throws {
    let strict = ApprovalRules(allowsSelf: false, approversAtRisk: 2, priceThreshold: 500)
    #expect(try Self.rules("agents: {}\n") == strict)
    #expect(try Self.rules("crew: {name: x}\n") == strict)
    #expect(try Self.rules("crew:\n  approvals: {self: true}\n") == ApprovalRules(allowsSelf: true))
    #expect(
      try Self.rules("crew:\n  approvals:\n    at_risk: 1\n    price_threshold: 20.5\n")
        == ApprovalRules(approversAtRisk: 1, priceThreshold: 20.5))
  }

  @Test(arguments: [
    ("crew:\n  approvals: {self: yes please}\n", "2:21"), ("crew:\n  approvals: {at_risk: 0}\n", "2:24"),
    ("crew:\n  approvals: {price_threshold: -1}\n", "2:32"), ("crew:\n  approvals: {selves: true}\n", "2:15"),
    ("crew:\n  approvals: [self]\n", "2:14"),
  ])
  func aMistakeIsNamedWithItsPlace(text: String, place: String) throws {
    #expect { try Self.rules(text) } throws: { "\($0)".contains(".yaml:\(place): error:") }
  }

  @Test func aMissingFileIsSaid() {
    #expect(throws: DiagnosticsError.self) { try CrewFile.approvalRules("/nonexistent/agents.yaml") }
  }
}
