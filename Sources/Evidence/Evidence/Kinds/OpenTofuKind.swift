import Policies
import Basics
import HCL
import Repair
import ResourceGraph
import Validation
import Vocabulary

/// Configuration of OpenTofu and Terraform.
struct OpenTofuKind: ArtifactKind {
  let format = ArtifactFormat.openTofu
  let hasTool = true

  func read(_ files: [Artifact]) -> ResourceGraph { ResourceGraph(files: Self.texts(files)) }

  /// What `tofu validate` would decide, by our own parser and the provider schemas that ship.
  func stages(of files: [Artifact], graph: ResourceGraph, beside paths: Set<String>) -> [ValidationStage] {
    // A draft is all there is: a file that an expression reads has to be among its files.
    let report = ConfigurationValidator.builtIn(
      siblings: Set(paths.map { format.name(of: $0) ?? $0 }), resolvesInputs: true
    ).validate(files: Self.texts(files))
    let errors = report.diagnostics.filter { $0.level == .error }
    let syntax = errors.filter { $0.code == "hcl.syntax" }
    let values = errors.filter { $0.code == ConfigurationValidator.valueCode }
    let schema = errors.filter { $0.code.hasPrefix("schema.") && $0.code != ConfigurationValidator.valueCode }
    let rest = errors.filter { $0.code != "hcl.syntax" && !$0.code.hasPrefix("schema.") }
    var stages = [
      ValidationStage(own: "syntax", faults: syntax), ValidationStage(own: "references", faults: rest),
    ]
    var checked = ValidationStage(own: "schema", faults: schema)
    if !report.checked.isEmpty { checked.tool += " with \(report.checked.joined(separator: ", "))" }
    if checked.status == .passed, !report.unchecked.isEmpty || !syntax.isEmpty {
      checked.status = .unchecked
      checked.detail =
        syntax.isEmpty
        ? "Not checked: \(report.unchecked.joined(separator: ", "))."
        : "What does not parse is not looked at."
    }
    stages.append(checked)
    // What the provider accepts, with the values that a plan would see.
    var accepted = ValidationStage(own: "values", faults: values)
    if accepted.status == .passed, checked.status != .passed { accepted.status = .unchecked }
    stages.append(accepted)
    return stages
  }

  func repaired(_ files: [Artifact]) -> (files: [Artifact], steps: [String]) {
    let repair = ConfigurationRepair.builtIn().repair(Self.texts(files))
    guard !repair.steps.isEmpty else { return (files, []) }
    let changed = files.replaced(by: repair.files)
    return (changed.map(formatted), repair.steps.map { "\($0.range): \($0.reason)" })
  }

  func formatted(_ file: Artifact) -> Artifact {
    guard file.path.hasSuffix(".tf"), let text = HCLFormatter.format(file.content) else { return file }
    return Artifact(path: file.path, content: text)
  }

  func applying(_ remedy: RemedyOfFinding, to files: [Artifact]) throws -> [Artifact]? {
    files.replaced(by: try remedy.application.apply(remedy.finding, to: Self.texts(files)))
  }

  private static func texts(_ files: [Artifact]) -> [String: String] {
    files.texts(of: .openTofu)
  }
}
