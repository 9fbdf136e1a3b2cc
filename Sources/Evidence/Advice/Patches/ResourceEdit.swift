import HCL

/// One change of one resource, with its values.
struct ResourceEdit: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case name(String)
    case index(Int)
  }

  enum Change: Hashable, Sendable {
    case set([Step], Value)
    case unset([Step])
    case remove
    /// The text of a resource to add beside it.
    case add(String)
  }

  /// The instance that is changed, or beside which something is added.
  var address: String
  var change: Change

  /// What is advised, for a fingerprint: names and words, but no number, which may be another one tomorrow.
  var gist: String {
    func text(_ path: [Step]) -> String {
      path.map { step in
        switch step {
        case .name(let name): name
        case .index(let index): "\(index)"
        }
      }.joined(separator: ".")
    }
    switch change {
    case .set(let path, let value):
      let isNumber = value.text.map { Quantity.number($0) != nil } ?? false
      return "set \(text(path))\(isNumber ? "" : " = \(value.text ?? value.source)")"
    case .unset(let path): return "unset \(text(path))"
    case .remove: return "remove \(address)"
    case .add(let text):
      return "add " + HCLFile(path: "", text: text).body.blocks.flatMap(\.labels).joined(separator: ".")
    }
  }
}

extension ResourceEdit.Step {
  /// A path as a rule gives it: names and numbers.
  static func path(_ value: Value) -> [ResourceEdit.Step]? {
    let parts = value.elements ?? [value]
    let steps = parts.compactMap { part -> ResourceEdit.Step? in
      if part.isNumber { return part.integer.map { .index($0) } }
      return part.text.map { .name($0) }
    }
    return steps.count == parts.count ? steps : nil
  }
}
