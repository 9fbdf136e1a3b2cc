import ResourceGraph
import HCL
import ProviderSchemas
import Vocabulary

extension ChangeSession {
  /// Takes away what is there, or an argument of it.
  mutating func readRemoval(_ clause: ChangeClause) {
    if let about = tail(of: clause.span), let head = argumentHead(clause, before: about) {
      guard let target = target(of: clause, in: about) else { return }
      for item in target.items { unset(head, of: item, clause: clause) }
      leaveRest(of: clause, used: Array(head) + target.words)
      return
    }
    guard let target = target(of: clause, in: clause.span) else { return }
    let addresses = Set(target.items.map(\.address))
    var companions: [PresentConfiguration.Item] = []
    for item in target.items {
      for other in present.referrers(of: item) where !addresses.contains(other.address) {
        // What only adds to it goes with it: a bucket's versioning with the bucket.
        if other.type.hasPrefix(item.type + "_") {
          companions.append(other)
        } else {
          leave(
            clause, status: .unmet,
            reason:
              "\(other.address) refers to \(item.address), so that nothing was removed. Say what is to become of it."
          )
          return
        }
      }
    }
    for item in target.items + companions {
      reading.changes.append(.remove(address: item.address))
      for output in outputs(of: item) { reading.changes.append(.remove(address: output)) }
    }
    for item in target.items {
      reading.lines.append(
        ChangeReading.Line(
          ranges: ranges(clause), text: "\(item.address) is gone", kind: .absence,
          expectations: [
            ResourceExpectation(
              types: [item.type], condition: "label == \(quotedSource(item.label))", minimum: 0, maximum: 0)
          ]))
    }
    for item in companions {
      reading.assumptions.append("\(item.address) goes with what it belongs to.")
    }
    leaveRest(of: clause, used: target.words)
  }

  /// The words before the place where the target is told, where they name no resource.
  private func argumentHead(_ clause: ChangeClause, before about: Range<Int>) -> Range<Int>? {
    let head = clause.span.lowerBound..<(about.lowerBound - 1)
    guard !head.isEmpty else { return nil }
    if case .none = finder.find(in: head) { return head }
    return nil
  }

  private mutating func unset(
    _ head: Range<Int>, of item: PresentConfiguration.Item, clause: ChangeClause
  ) {
    guard let schema = present.schema(of: item.type),
      let match = ArgumentFinder(
        provider: schema.provider, block: schema.block, text: text, vocabulary: vocabulary
      ).find(in: Array(head)), present.expression(match.path, in: item.block) != nil
    else {
      leave(
        clause, status: .unmet, reason: "\(item.address) has nothing written that these words name.")
      return
    }
    reading.changes.append(.unset(address: item.address, path: match.path))
    let way = match.path.enumerated().map { $0 == match.path.count - 1 ? $1 : "\($1)[0]" }.joined(
      separator: ".")
    reading.lines.append(
      ChangeReading.Line(
        ranges: ranges(clause), text: "\(item.address) says nothing of \(match.path.joined(separator: "."))",
        kind: .absence,
        expectations: [
          ResourceExpectation(
            types: [item.type],
            condition: "label == \(quotedSource(item.label)) && try(self.\(way), null) == null")
        ]))
  }

  private func outputs(of item: PresentConfiguration.Item) -> [String] {
    present.graph.resources(ofType: "output").filter { output in
      output.references.contains { $0.target == item.address }
    }.map { "output.\($0.name)" }
  }

  /// Gives a block another label where an address or a label is named, and another name else.
  mutating func readRename(_ clause: ChangeClause) {
    guard let lead = clause.span.first(where: { ["to", "as", "into"].contains(text.tokens[$0].word) }),
      lead + 1 < clause.span.upperBound
    else {
      leave(clause, status: .unmet, reason: "It does not say what the new name is.")
      return
    }
    let subject = clause.span.lowerBound..<lead
    guard !subject.isEmpty, let target = target(of: clause, in: subject), let item = target.items.first,
      target.items.count == 1
    else { return }
    let wish = text.tokens[lead + 1].raw
    let isAddress = subject.contains { text.tokens[$0].raw == item.address } || wish.contains(".")
    let label = wish.split(separator: ".").last.map(String.init) ?? wish
    if isAddress {
      let new = "\(item.type).\(label)"
      guard present.item(new) == nil else {
        leave(clause, status: .unmet, reason: "\(new) is there already.")
        return
      }
      reading.changes.append(.move(from: item.address, to: new))
      reading.lines.append(
        ChangeReading.Line(
          ranges: ranges(clause), text: "\(item.address) is called \(new)", kind: .naming,
          expectations: [
            ResourceExpectation(types: [item.type], condition: "label == \(quotedSource(label))"),
            ResourceExpectation(
              types: [item.type], condition: "label == \(quotedSource(item.label))", minimum: 0, maximum: 0),
          ]))
    } else if let identity = present.schema(of: item.type)?.block.attributes.keys.first(
      where: ResourceComposer.isIdentity)
    {
      reading.changes.append(.set(address: item.address, path: [identity], source: quotedSource(wish)))
      reading.lines.append(
        ChangeReading.Line(
          ranges: ranges(clause), text: "\(identity) of \(item.address) is \(wish)", kind: .naming,
          expectations: [
            ResourceExpectation(
              types: [item.type],
              condition: Self.condition(label: item.label, path: [identity], value: .string(wish)))
          ]))
    } else {
      leave(clause, status: .unmet, reason: "\(item.type) has no argument for a name.")
      return
    }
    leaveRest(of: clause, used: target.words + [lead, lead + 1])
  }
}
