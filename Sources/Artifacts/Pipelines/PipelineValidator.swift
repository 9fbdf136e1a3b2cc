import Basics
import StrictYAML

/// Whether a system takes a pipeline, as far as its keys and the names in it tell: what a key near to none means is left open.
package struct PipelineValidator: Sendable {
  private let tables: [PipelineSystem: KeyTable]

  /// - Throws: `PipelinesError` where a table of the program is broken.
  package init() throws(PipelinesError) {
    var tables: [PipelineSystem: KeyTable] = [:]
    for system in PipelineSystem.allCases { tables[system] = try KeyTable(of: system) }
    self.tables = tables
  }

  /// - Parameter siblings: paths of the files beside it, among which triggers find what they run.
  package func validate(_ file: PipelineFile, siblings: Set<String>) -> PipelineVerdict {
    guard let table = tables[file.system] else { return PipelineVerdict() }
    let keys = KeyCheck(file: file, table: table)
    switch file.system {
    case .gitHub: return WorkflowCheck(file: file, keys: keys).verdict
    case .gitLab: return GitLabCheck(file: file, keys: keys).verdict
    case .lighthouse: return TriggerCheck(file: file, keys: keys, siblings: siblings).verdict
    }
  }
}
