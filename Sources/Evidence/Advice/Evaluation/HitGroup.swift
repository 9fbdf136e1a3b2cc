import Digests
import ResourceGraph

/// What a rule found that is one advice: one resource, or all instances of one block.
struct HitGroup: Sendable {
  var hits: [Hit]
  /// Whether the block makes instances that the rule does not advise on, so that a change of it would change too much.
  var isPartOfBlock: Bool
  /// Whether the block makes several instances and all of them are meant.
  var isEveryInstance: Bool

  var edits: [ResourceEdit] {
    var seen: Set<ResourceEdit> = []
    return hits.flatMap(\.edits).filter { seen.insert($0).inserted }
  }

  /// Every resource it is about, each once.
  var addresses: [String] {
    var seen: Set<String> = []
    return hits.map(\.resource.address).filter { seen.insert($0).inserted }
  }

  func fingerprint(rule: String, estate: String) -> String {
    let first = hits[0]
    let subject = isEveryInstance && !isPartOfBlock ? first.resource.blockAddress : first.resource.address
    let gist = Set(
      hits.flatMap(\.edits).map { isEveryInstance ? $0.gist.replacing($0.address, with: "") : $0.gist })
    let text = ([rule, estate, subject, first.part ?? ""] + gist.sorted()).joined(separator: "\n")
    return String(Digest(of: text).hexadecimal.prefix(12))
  }
}
