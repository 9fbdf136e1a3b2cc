import Basics
import Experts
import HCL
import Vocabulary

/// A result whose configuration passes the offline checks: syntax, references, the provider's schema.
struct ConfigurationGuardrail: TaskGuardrail {
  let workbench: any Workbench

  func faults(in text: String) -> [String] {
    let files = ModelAnswer(text).files.sorted { $0.key < $1.key }.map { path, content in
      Artifact(path: path.contains("/") ? path : ArtifactFormat.openTofu.path(of: path), content: content)
    }
    let evidence = workbench.examine(files, brief: Brief(title: "", requirements: []))
    return evidence.validation.filter { $0.status == .failed }.map { "\($0.stage): \($0.detail)" }
  }
}
