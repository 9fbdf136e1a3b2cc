import Experts
import Basics
import Vocabulary

/// Runs the offline checks on a piece of code.
struct CheckTool: AgentTool {
  let workbench: any Workbench
  let name = "check"
  let parameters = Snippet.parameters

  func call(_ arguments: JSONValue) async throws -> String {
    EvidenceDocument(Snippet(arguments).evidence(workbench)).text
  }
}
