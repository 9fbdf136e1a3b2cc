import HCL
import Vocabulary

/// Makes mutants of an answer: for each requirement that is met, the answer without what shows it, with another value of what was
/// asked, without the property; and the answer said in other ways.
struct MutantMaker {
  let answer: HandbookAnswer

  func mutants() -> [Mutant] {
    answer.met.flatMap { requirement, evidence -> [Mutant] in
      guard requirement.kind != .absence else {
        return intruders(requirement) + rephrased(requirement, evidence: evidence)
      }
      return removals(requirement, evidence: evidence) + copies(requirement, evidence: evidence)
        + routes(requirement) + values(requirement, evidence: evidence)
        + protections(requirement, evidence: evidence) + rephrased(requirement, evidence: evidence)
    }
  }

  /// The blocks of resources, and of the provider, that show a requirement.
  func blocks(_ evidence: [String]) -> [BlockAddress] {
    var seen: Set<BlockAddress> = []
    return evidence.compactMap { address in
      let parts = address.prefix { $0 != "[" }.split(separator: ".").map(String.init)
      let block =
        parts.first == "provider" && parts.count > 1
        ? BlockAddress("provider", labels: [parts[1]]) : BlockAddress(resource: address)
      return block.flatMap { seen.insert($0).inserted ? $0 : nil }
    }
  }

  func blocks(ofTypes types: Set<String>) -> [BlockAddress] {
    answer.files.filter { ArtifactFormat.openTofu.names($0.path) }.flatMap { file in
      HCLFile(path: file.path, text: file.content).body.blocks.filter {
        $0.type == "resource" && types.contains($0.labels.first ?? "")
      }.map { BlockAddress($0.type, labels: $0.labels) }
    }
  }

  /// The files with each block that has the address changed; nil where nothing was, or the result is no HCL.
  func changing(
    _ addresses: [BlockAddress], _ change: (inout HCLEdit, BlockAddress) throws -> Bool
  ) -> [Artifact]? {
    var isChanged = false
    let files = answer.files.map { file -> Artifact in
      guard ArtifactFormat.openTofu.names(file.path),
        var edit = try? HCLEdit(path: file.path, text: file.content)
      else { return file }
      for address in addresses where edit.contains(address) {
        if (try? change(&edit, address)) == true { isChanged = true }
      }
      return Artifact(path: file.path, content: edit.unformatted)
    }
    return isChanged ? files : nil
  }

  private func removals(_ requirement: Requirement, evidence: [String]) -> [Mutant] {
    let types = Set(blocks(evidence).filter { $0.type == "resource" }.compactMap(\.labels.first))
    let blocks = blocks(ofTypes: types)
    guard !blocks.isEmpty, let files = changing(blocks, { edit, address in try edit.remove(address) })
    else { return [] }
    let whole = Mutant(
      requirement: requirement, change: "without what shows it", files: files, breaks: true)
    // Each kind of thing that shows it is asked for, where more than one expectation is.
    let needed = (requirement.check?.all ?? []).filter { $0.types.count == 1 && $0.minimum > 0 }.flatMap(
      \.types)
    guard types.count > 1 else { return [whole] }
    return [whole]
      + Set(needed).intersection(types).sorted().compactMap { type in
        changing(self.blocks(ofTypes: [type])) { edit, address in try edit.remove(address) }.map {
          Mutant(requirement: requirement, change: "without \(type)", files: $0, breaks: true)
        }
      }
  }

  /// One more than the number that is asked for.
  private func copies(_ requirement: Requirement, evidence: [String]) -> [Mutant] {
    // A copy of a subnet is not routed as the first one is.
    guard requirement.kind == .exists, let count = Self.count(of: requirement.text), evidence.count == count,
      !Self.isFloor(words(before: requirement.text)), !requirement.text.contains("public"),
      let block = blocks(evidence).first(where: { $0.type == "resource" })
    else { return [] }
    let copied = answer.files.map { file -> Artifact in
      let parsed = HCLFile(path: file.path, text: file.content)
      let copies = parsed.body.blocks(block).compactMap { parsed.source(of: $0.range).map(String.init) }.map {
        $0.replacing("\"\(block.labels[1])\" {", with: "\"one_more\" {", maxReplacements: 1)
      }
      return Artifact(path: file.path, content: ([file.content] + copies).joined(separator: "\n"))
    }
    return [Mutant(requirement: requirement, change: "with one more", files: copied, breaks: true)]
  }

  /// The number that a wish begins with.
  private static func count(of text: String) -> Int? {
    let word = text.split(separator: " ").first?.lowercased() ?? ""
    return ["one": 1, "two": 2, "three": 3, "four": 4, "zwei": 2, "drei": 3][word] ?? Int(word)
  }

  /// What is denied, put in.
  private func intruders(_ requirement: Requirement) -> [Mutant] {
    let types = (requirement.check?.all ?? []).filter { $0.condition == nil && $0.maximum == 0 }
      .flatMap(\.types).filter { $0.contains("_") }
    return types.map { type in
      let block = "\nresource \"\(type)\" \"intruder\" {\n}\n"
      var files = answer.files
      let place = files.firstIndex { ArtifactFormat.openTofu.names($0.path) }
      if let place {
        files[place].content += block
      } else {
        files.append(Artifact(path: ArtifactFormat.openTofu.path(of: "main.tf"), content: block))
      }
      return Mutant(requirement: requirement, change: "with \(type)", files: files, breaks: true)
    }
  }

  private func protections(_ requirement: Requirement, evidence: [String]) -> [Mutant] {
    let own = blocks(evidence)
    // A denial is decided by what is not there.
    guard !Self.isDenied(requirement.text) else { return [] }
    let rows = ProtectionTable.rows(for: requirement.text)
    let lowered = rows.flatMap { row in
      row.arguments.sorted { $0.key < $1.key }.compactMap { argument, value -> Mutant? in
        let files = changing(own) { edit, address in
          let paths = Self.paths(to: argument, in: edit, at: address)
          for path in paths { try edit.set(path, to: value, in: address) }
          return !paths.isEmpty
        }
        return files.map {
          Mutant(requirement: requirement, change: "\(argument) = \(value)", files: $0, breaks: true)
        }
      }
    }
    let bared = (requirement.kind == .exists ? [] : rows.flatMap(\.carriers)).compactMap { type -> Mutant? in
      changing(blocks(ofTypes: [type])) { edit, address in try edit.remove(address) }.map {
        Mutant(requirement: requirement, change: "without \(type)", files: $0, breaks: true)
      }
    }
    return lowered + bared
  }

  private static func isDenied(_ text: String) -> Bool {
    let words = Set(text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init))
    return !words.isDisjoint(with: ["no", "not", "without", "never", "ohne", "kein", "keine", "sans", "sin"])
  }

  /// Where an argument of the name stands in a block, at any depth of blocks; only one that is not already as it would be made.
  private static func paths(to argument: String, in edit: HCLEdit, at address: BlockAddress) -> [[String]] {
    func search(_ body: Body, _ path: [String]) -> [[String]] {
      var found = body.attribute(argument) == nil ? [] : [path + [argument]]
      var seen: Set<String> = []
      for block in body.blocks where seen.insert(block.type).inserted && block.type != "dynamic" {
        found += search(block.body, path + [block.type])
      }
      return found
    }
    return edit.blocks(address).flatMap { search($0.body, []) }
  }
}
