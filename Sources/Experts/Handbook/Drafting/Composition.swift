import Basics
import Changes
import Experts
import Vocabulary

/// Adds what no recipe builds to the files of a draft, composed from the provider's schema. Where too much of one is open it is
/// left out, and its line is not met.
struct Composition {
  let composed: [Intent.Composed]
  let changes: ChangeReader
  let workbench: any Workbench

  func added(to files: [Artifact]) throws(ExpertError) -> [Artifact] {
    guard !composed.isEmpty else { return files }
    var result = files
    for item in composed {
      let reading = changes.adding(item.type, as: item.words, to: result)
      guard reading.lines.contains(where: { $0.kind == .exists && $0.gap == nil }) else { continue }
      result = try HouseRules(workbench: workbench).applied(to: reading, base: result).files
    }
    return workbench.formatted(result)
  }
}
