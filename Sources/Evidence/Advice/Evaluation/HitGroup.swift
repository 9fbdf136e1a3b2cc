import Digests
import ResourceGraph

/// What a rule found that is one advice: one resource, or all instances of one block.
struct HitGroup: Sendable {
  var hits: [Hit]
  /// How much of what a block makes is meant.
  enum Extent: Sendable {
    /// All of it.
    case block
    /// All that one call of its module makes: other calls make more, so that the block itself has to stay.
    case call
    /// One instance beside others.
    case instance
  }

  var extent: Extent
  /// Whether the block makes several instances and all of them are meant.
  var isEveryInstance: Bool

  /// Whether the block makes instances that the rule does not advise on, so that no change of code is about these alone.
  var isPartOfBlock: Bool { extent == .instance }

  /// Each once: what is added beside a block is the same for every instance of it.
  var edits: [ResourceEdit] {
    var seen: Set<ResourceEdit> = []
    var added: Set<ResourceEdit.Change> = []
    return hits.flatMap(\.edits).filter { edit in
      if case .add = edit.change, isEveryInstance { return added.insert(edit.change).inserted }
      return seen.insert(edit).inserted
    }
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
