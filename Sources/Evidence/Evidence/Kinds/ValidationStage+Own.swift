import Basics
import Vocabulary

extension ValidationStage {
  /// A stage of our own checks: passed where nothing is wrong.
  init(own name: String, faults: [Diagnostic]) {
    self.init(
      stage: name, tool: Self.ownTool, status: faults.isEmpty ? .passed : .failed,
      detail: faults.map(\.description).joined(separator: " · "))
  }
}
