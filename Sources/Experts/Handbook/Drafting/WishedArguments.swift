import Changes
import Experts
import HCL
import Vocabulary

/// Gives the resources of a draft the arguments that the request names and no recipe has a parameter for. What the checks do not take
/// is left as the recipe has it, and its line is not met.
struct WishedArguments {
  let plan: DraftPlan
  let workbench: any Workbench

  func applied(to files: [Artifact]) throws(ExpertError) -> [Artifact] {
    var result = files
    for component in plan.components where !component.arguments.isEmpty {
      let isOnly = plan.components.count { $0.recipe.id == component.recipe.id } == 1
      for wish in component.arguments {
        let changes = labels(of: wish.type, in: result).filter { label in
          isOnly || label == component.label || label.hasPrefix(component.label + "_")
        }.map { Change.set(address: "\(wish.type).\($0)", path: wish.path, source: wish.source) }
        guard !changes.isEmpty else { continue }
        let changed = workbench.formatted(try HouseRules.applied(changes, to: result))
        if failures(changed).isSubset(of: failures(result)) { result = changed }
      }
    }
    return result
  }

  private func labels(of type: String, in files: [Artifact]) -> [String] {
    files.filter { ArtifactFormat.openTofu.names($0.path) }.flatMap { file in
      HCLFile(path: file.path, text: file.content).body.blocks
        .filter { $0.type == "resource" && $0.labels.first == type }.compactMap(\.labels.last)
    }
  }

  private func failures(_ files: [Artifact]) -> Set<String> {
    let stages = workbench.examine(files, brief: Brief(title: "", requirements: [])).validation
    return Set(stages.filter { $0.status == .failed }.map { "\($0.stage) \($0.detail)" })
  }
}
