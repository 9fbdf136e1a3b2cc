import Changes
import HCL
import Vocabulary

extension MutantMaker {
  /// The answer said in other ways, which take nothing away: other labels, a value in a variable, other resources beside.
  func rephrased(_ requirement: Requirement, evidence: [String]) -> [Mutant] {
    let ways: [(String, [Artifact]?)] = [
      ("with other labels", relabelled(evidence)),
      ("with a topic beside", withStranger()),
      ("with its numbers in variables", inVariables(evidence)),
      ("with its blocks in another order", reordered()),
    ]
    return ways.compactMap { change, files in
      files.map { Mutant(requirement: requirement, change: change, files: $0, breaks: false) }
    }
  }

  private func relabelled(_ evidence: [String]) -> [Artifact]? {
    let addresses = blocks(evidence).filter { $0.type == "resource" }
    guard requirementAllowsLabels, !addresses.isEmpty else { return nil }
    let changes = addresses.map { address in
      Change.move(
        from: address.labels.joined(separator: "."), to: "\(address.labels[0]).other_\(address.labels[1])")
    }
    return try? ChangeApplication(answer.files).applying(changes)
  }

  private var requirementAllowsLabels: Bool {
    answer.files.allSatisfy { ArtifactFormat.openTofu.names($0.path) }
  }

  /// The blocks of each file from the last to the first.
  private func reordered() -> [Artifact]? {
    answer.files.map { file in
      guard ArtifactFormat.openTofu.names(file.path) else { return file }
      let parsed = HCLFile(path: file.path, text: file.content)
      let blocks = parsed.body.blocks.reversed().compactMap { parsed.source(of: $0.range) }
      return Artifact(path: file.path, content: blocks.joined(separator: "\n\n") + "\n")
    }
  }

  private func withStranger() -> [Artifact]? {
    guard let place = answer.files.firstIndex(where: { ArtifactFormat.openTofu.names($0.path) }) else {
      return nil
    }
    var files = answer.files
    files[place].content += "\nresource \"aws_sfn_activity\" \"stranger\" {\n  name = \"stranger\"\n}\n"
    return files
  }

  /// Each number that an argument of what shows the requirement has becomes the default of a variable.
  private func inVariables(_ evidence: [String]) -> [Artifact]? {
    var variables = ""
    var count = 0
    let moved = changing(blocks(evidence).filter { $0.type == "resource" }) { edit, address in
      guard edit.blocks(address).count == 1, let block = edit.blocks(address).first else { return false }
      var isChanged = false
      for attribute in block.body.attributes where attribute.name != "count" {
        guard case .literal(.number(let number)) = attribute.value.kind, let whole = Int(exactly: number)
        else { continue }
        count += 1
        try edit.set([attribute.name], to: "var.number_\(count)", in: address)
        variables += "\nvariable \"number_\(count)\" {\n  type    = number\n  default = \(whole)\n}\n"
        isChanged = true
      }
      return isChanged
    }
    guard var files = moved, let place = files.firstIndex(where: { ArtifactFormat.openTofu.names($0.path) })
    else { return nil }
    files[place].content += variables
    return files
  }
}
