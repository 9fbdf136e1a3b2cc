import HCL
import ProviderSchemas
import Requirements
import Vocabulary

/// Works through the clauses of one request: what was said last is what "it" means.
struct ChangeSession {
  let text: ChangeText
  let vocabulary: ChangeVocabulary
  let terms: Terms
  let parts: PartCatalog
  let present: PresentConfiguration
  var reading = ChangeReading()
  var last: [PresentConfiguration.Item] = []
  var newLabels: Set<String> = []

  var finder: TargetFinder {
    TargetFinder(present: present, text: text, vocabulary: vocabulary, terms: terms)
  }

  mutating func read(_ clause: ChangeClause) {
    switch clause.verb {
    case .add: readAddition(clause)
    case .set, .enable, .disable, .tag: readSetting(clause)
    case .remove: readRemoval(clause)
    case .rename: readRename(clause)
    }
  }

  func words(_ clause: ChangeClause) -> String {
    String(text.text(of: clause.whole))
  }

  func ranges(_ clause: ChangeClause) -> [Range<String.Index>] {
    (Array(clause.verbSpan) + Array(clause.span)).map { text.tokens[$0].range }
  }

  mutating func leave(_ clause: ChangeClause, status: Coverage.Status, reason: String) {
    reading.leave(words(clause), at: ranges(clause), status: status, reason: reason)
  }

  /// Enters words of a clause that nothing used: whatever else was done, they decide something that nobody decided.
  mutating func leaveRest(of clause: ChangeClause, used: some Sequence<Int>) {
    let used = Set(used)
    let rest = clause.span.filter { index in
      let token = text.tokens[index]
      return !used.contains(index) && !vocabulary.holds(token.word, in: "plain")
        && !vocabulary.holds(token.word, in: "every")
        && !vocabulary.holds(token.raw.lowercased(), in: "values")
        && !vocabulary.holds(token.word, in: "articles")
    }
    guard !rest.isEmpty else { return }
    let words = rest.map { text.tokens[$0].raw }.joined(separator: " ")
    reading.leave(
      words, at: rest.map { text.tokens[$0].range }, status: .unknown,
      reason: "It is not understood, so nothing decides whether it is done.")
    reading.questions.append("Not understood: '\(words)'. What should it change?")
  }

  /// A place where words of what is spoken about begin: behind "of", "for", "on", "in".
  func tail(of span: Range<Int>) -> Range<Int>? {
    for index in span.dropFirst() where vocabulary.holds(text.tokens[index].word, in: "places") {
      let rest = index + 1..<span.upperBound
      guard !rest.isEmpty else { continue }
      switch finder.find(in: rest) {
      case .found, .several: return rest
      case .none: continue
      }
    }
    return nil
  }

  /// What the words of a clause are about; nil where a line was entered that says why nothing is.
  /// - Parameter fits: what the rest of the words asks of it; decides between several.
  mutating func target(
    of clause: ChangeClause, in span: Range<Int>, fits: (PresentConfiguration.Item) -> Bool = { _ in false }
  ) -> (items: [PresentConfiguration.Item], words: [Int])? {
    let isBack = span.contains { ["it", "its", "them", "their"].contains(text.tokens[$0].word) }
    if isBack, !last.isEmpty { return (last, []) }
    switch finder.find(in: span) {
    case .found(let items, let words):
      last = items
      return (items, words)
    case .several(let items, let words):
      // What was spoken of just before is meant where it is one of them.
      let known = items.filter { item in last.contains { $0.address == item.address } }
      if known.count == 1 { return (known, words) }
      let fitting = items.filter(fits)
      if fitting.count == 1 {
        last = fitting
        return (fitting, words)
      }
      let names = items.prefix(6).map(\.address).joined(separator: ", ")
      reading.questions.append("Which one is meant by '\(self.words(clause))': \(names)?")
      leave(clause, status: .unmet, reason: "It could be any of \(names), so nothing was changed.")
      return nil
    case .none:
      // Without a word of what it is about, it is what was spoken of just before.
      let isTold =
        span.contains { vocabulary.holds(text.tokens[$0].word, in: "places") }
        || span.lowerBound > clause.span.lowerBound
      if !last.isEmpty, !isTold { return (last, []) }
      leave(
        clause, status: .unmet, reason: "There is nothing in the configuration that it could be about.")
      return nil
    }
  }

  /// A label that no block of the type has.
  mutating func label(_ wish: String, type: String) -> String {
    let words = wish.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    var base = words.joined(separator: "_")
    if base.first.map({ !$0.isLetter }) ?? true { base = "n\(base)" }
    var label = base
    var number = 2
    while present.item("\(type).\(label)") != nil || newLabels.contains("\(type).\(label)") {
      label = "\(base)_\(number)"
      number += 1
    }
    newLabels.insert("\(type).\(label)")
    return label
  }

  /// What holds in the graph once an argument has the value.
  static func condition(label: String, path: [String], value: Value) -> String {
    "label == \(quotedSource(label)) && \(holds(path, value: value))"
  }

  static func holds(_ path: [String], value: Value) -> String {
    let way = path.enumerated().map { index, name in index == path.count - 1 ? name : "\(name)[0]" }
    return "try(self.\(way.joined(separator: ".")), null) == \(value.source)"
  }
}
