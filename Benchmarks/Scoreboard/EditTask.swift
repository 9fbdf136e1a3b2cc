import Basics
import Changes
import HCL
import Vocabulary

/// A change in words of a configuration that works, with what it has to do there and that it does nothing else.
struct EditTask {
  /// What has to be so afterwards.
  enum Wish {
    case set(argument: String, source: String)
    case tag(key: String, value: String)
    case remove
    case move(label: String)
  }

  let name: String
  let text: String
  let request: String
  let address: String
  let wish: Wish

  /// Every task that a configuration gives, by its arguments with literal values.
  static func tasks(of text: String, name: String) -> [EditTask] {
    let file = HCLFile(path: path, text: text)
    guard !file.hasErrors else { return [] }
    let blocks = file.body.blocks.filter { $0.type == "resource" && $0.labels.count == 2 }
    let references = Set(
      file.body.blocks.flatMap(\.body.allReferences).compactMap { traversal in
        traversal.steps.first?.name.map { "\(traversal.root).\($0)" }
      })
    return blocks.flatMap { block -> [EditTask] in
      let (type, label) = (block.labels[0], block.labels[1])
      let words = type.split(separator: "_").dropFirst().joined(separator: " ")
      let isOnly = blocks.count { $0.labels[0] == type } == 1
      let target = isOnly ? "the \(words)" : "\(type).\(label)"
      func task(_ request: String, _ wish: Wish) -> EditTask {
        EditTask(name: name, text: text, request: request, address: "\(type).\(label)", wish: wish)
      }
      var tasks = block.body.attributes.compactMap { attribute -> EditTask? in
        let argument = attribute.name.replacing("_", with: " ")
        switch attribute.value.kind {
        case .literal(.bool(let value)):
          return task(
            "set \(argument) of \(target) to \(!value)", .set(argument: attribute.name, source: "\(!value)"))
        case .literal(.number(let value)) where attribute.name != "count":
          guard let whole = Int(exactly: value) else { return nil }
          return task(
            "change the \(argument) of \(target) to \(whole + 1)",
            .set(argument: attribute.name, source: "\(whole + 1)"))
        default:
          guard ["name", "bucket", "description", "identifier"].contains(attribute.name),
            attribute.value.literalString != nil
          else { return nil }
          return task(
            "change the \(argument) of \(target) to \"edited-one\"",
            .set(argument: attribute.name, source: "\"edited-one\""))
        }
      }
      tasks.append(task("rename \(type).\(label) to \(type).renamed_one", .move(label: "renamed_one")))
      if let tags = block.body.attribute("tags"), case .object = tags.value.kind {
        tasks.append(task("tag \(target) with Owner=ops", .tag(key: "Owner", value: "ops")))
      }
      if !references.contains("\(type).\(label)"), blocks.count > 1 {
        tasks.append(task("remove \(target)", .remove))
      }
      return tasks
    }
  }

  /// Whether the change does what is asked and touches nothing else; nil for yes, else what happened.
  func fault(_ reader: ChangeReader) -> String? {
    let base = [Artifact(path: Self.path, content: text)]
    do {
      let reading = try reader.read(request, on: base)
      let files = try ChangeApplication(base).applying(reading.changes)
      return fault(
        after: files.first?.content ?? "", open: reading.lines.filter { $0.gap != nil }.map(\.text))
    } catch {
      return error.description
    }
  }

  private func fault(after: String, open: [String]) -> String? {
    let (old, new) = (BlockTexts([Self.path: text]).texts, BlockTexts([Self.path: after]).texts)
    let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    let own = HCLFile(path: Self.path, text: new[address] ?? "")
    let isDone: Bool
    switch wish {
    case .set(let argument, let source):
      isDone =
        changed == [address]
        && own.body.blocks.first?.body.attribute(argument).flatMap { own.source(of: $0.value.range) }
          == source[...]
    case .tag(let key, let value):
      isDone =
        changed == [address] && new[address]?.contains("\(key)") == true
        && new[address]?.contains(value) == true
    case .remove:
      isDone = new[address] == nil && changed.allSatisfy { $0.hasPrefix(address.prefix { $0 != "." }) }
    case .move(let label):
      let moved = "\(address.prefix { $0 != "." }).\(label)"
      let left = HCLFile(path: Self.path, text: after).body.blocks.filter { $0.type != "moved" }
        .flatMap(\.body.allReferences)
        .contains { "\($0.root).\($0.steps.first?.name ?? "")" == address }
      isDone = new[moved] != nil && new[address] == nil && after.contains("moved {") && !left
    }
    guard isDone, open.isEmpty else {
      return "changed \(changed.sorted().joined(separator: ", ")); open: \(open.joined(separator: "; "))"
    }
    return nil
  }

  private static let path = ArtifactFormat.openTofu.path(of: "main.tf")
}
