import Basics
import StrictYAML
import Vocabulary

extension CrewFile {
  /// Who has to approve, by the crew file alone; prompts and agents are not looked at.
  /// - Throws: `DiagnosticsError` where the file cannot be read or the block is wrong.
  package static func approvalRules(_ path: String) throws(DiagnosticsError) -> ApprovalRules {
    let text = try read(path)
    let root: YAMLNode
    do {
      root = try StrictYAML.document(text, file: path)
    } catch {
      throw DiagnosticsError([error])
    }
    var reader = CrewReader(file: path)
    let rules = reader.approvals(root)
    guard reader.diagnostics.isEmpty else { throw DiagnosticsError(reader.diagnostics) }
    return rules
  }
}
