import Basics
import TaskGraph

extension Report {
  /// The steps of the consultation with what became of them and how long they took; those with nothing to do are left out.
  package func drawing() -> GraphDrawing {
    let needs = Dictionary(steps.map { ($0.key, $0.after ?? []) }, uniquingKeysWith: { first, _ in first })
    let idle = Set(steps.filter { $0.status == "idle" }.map(\.key))
    /// What a step waits for, through steps that had nothing to do.
    func after(_ key: String, seen: inout Set<String>) -> [String] {
      (needs[key] ?? []).flatMap { need -> [String] in
        guard seen.insert(need).inserted else { return [] }
        return idle.contains(need) ? after(need, seen: &seen) : [need]
      }
    }
    return GraphDrawing(
      title: "The steps of consultation \(run)",
      nodes: steps.filter { $0.status != "idle" }.map { step in
        var seen: Set<String> = []
        return GraphDrawing.Node(
          id: step.key, title: step.title, detail: Self.detail(step),
          tone: step.status == "failed" ? .failed : .done, after: after(step.key, seen: &seen))
      })
  }

  private static func detail(_ step: StepReport) -> String {
    step.time?.words ?? step.status
  }
}
