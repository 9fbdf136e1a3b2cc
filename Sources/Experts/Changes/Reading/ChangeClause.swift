/// One thing that is asked for: a verb and what it is about.
struct ChangeClause {
  var verb: ChangeVocabulary.Verb
  /// The word of the verb as written, lower case: `double` and `raise` say more than that something is set.
  var action: String
  /// Tokens behind the verb.
  var span: Range<Int>
  /// Tokens of the verb; empty where it is the one of the clause before.
  var verbSpan: Range<Int>

  /// The verb and what stands behind it.
  var whole: Range<Int> {
    (verbSpan.isEmpty ? span.lowerBound : min(verbSpan.lowerBound, span.lowerBound))..<span.upperBound
  }
}

/// Splits a request into its clauses.
struct ClauseSplitter {
  let text: ChangeText
  let vocabulary: ChangeVocabulary

  /// The clauses, and what stands before the first verb of a sentence and only leads to it is in none.
  func clauses() -> (clauses: [ChangeClause], rest: [Int]) {
    var clauses: [ChangeClause] = []
    var rest: [Int] = []
    var index = 0
    var isOpen = true
    while index < text.tokens.count {
      if isOpen, let found = vocabulary.verb(at: index, of: text.tokens) {
        close(&clauses, before: index)
        let start = index + found.count
        clauses.append(
          ChangeClause(
            verb: found.verb, action: text.tokens[index].raw.lowercased(), span: start..<start,
            verbSpan: index..<start))
        index = start
        isOpen = false
        continue
      }
      let token = text.tokens[index]
      let isStop = token.mark.map { ".;!?".contains($0) } ?? false
      if !isOpen, let last = clauses.last, joins(index, in: last) {
        close(&clauses, before: index)
        clauses.append(
          ChangeClause(
            verb: last.verb, action: last.action, span: index + 1..<index + 1, verbSpan: index..<index))
      } else if !isOpen, let last = clauses.last, goesOn(at: index, in: last) {
        close(&clauses, before: index)
        clauses.append(
          ChangeClause(verb: last.verb, action: last.action, span: index..<index, verbSpan: index..<index))
      } else if isOpen, !vocabulary.holds(token.word, in: "openings") {
        // Words of a sentence without a verb at its head belong to what was asked before, or to nothing.
        if clauses.isEmpty { rest.append(index) } else { isOpen = false }
      }
      if !isOpen, !clauses.isEmpty { clauses[clauses.count - 1].span = widened(clauses.last, to: index) }
      let next = index + 1
      let leads =
        next < text.tokens.count && ["and", "then", "also", "please"].contains(text.tokens[next].word)
      let isJoint = ["and", "then", "also", "please"].contains(token.word) || token.mark != nil || leads
      if isStop { isOpen = true } else if isJoint { isOpen = isOpen || beginsVerb(after: index) }
      index = next
    }
    close(&clauses, before: text.tokens.count)
    return (clauses.filter { !$0.span.isEmpty }, rest)
  }

  private func widened(_ clause: ChangeClause?, to index: Int) -> Range<Int> {
    guard let clause else { return index..<index + 1 }
    return min(clause.span.lowerBound, index)..<index + 1
  }

  /// Takes joining words off the end of the clause.
  private func close(_ clauses: inout [ChangeClause], before index: Int) {
    guard var last = clauses.popLast() else { return }
    while let end = last.span.last, ["and", "then", "also", "please", "or"].contains(text.tokens[end].word) {
      last.span = last.span.lowerBound..<end
    }
    clauses.append(last)
  }

  /// Whether a verb comes next, behind words that only lead to it.
  private func beginsVerb(after index: Int) -> Bool {
    var next = index + 1
    while next < text.tokens.count {
      if vocabulary.verb(at: next, of: text.tokens) != nil { return true }
      guard vocabulary.holds(text.tokens[next].word, in: "openings") else { return false }
      next += 1
    }
    return false
  }

  /// Whether a comma stood before another object of the same verb: "the timeout to 30, its memory to 512".
  private func goesOn(at index: Int, in clause: ChangeClause) -> Bool {
    guard clause.verb == .set, index > clause.span.lowerBound, text.tokens[index - 1].mark == ",",
      ["its", "the", "their"].contains(text.tokens[index].word)
    else { return false }
    let after = text.tokens[index...].prefix { $0.mark.map { !".;".contains($0) } ?? true }
    return text.tokens[clause.span.lowerBound..<index].contains { $0.word == "to" }
      && after.contains { $0.word == "to" }
  }

  /// Whether a joining word begins another object of the same verb: "a queue and a topic", "the timeout to 30 and the
  /// memory to 512".
  private func joins(_ index: Int, in clause: ChangeClause) -> Bool {
    guard text.tokens[index].word == "and" || text.tokens[index].raw == "&", index + 1 < text.tokens.count
    else { return false }
    let next = text.tokens[index + 1]
    switch clause.verb {
    case .add: return vocabulary.holds(next.word, in: "articles")
    case .remove, .enable, .disable: return next.word == "the" || next.word == "its"
    case .set, .rename, .tag:
      let before = text.tokens[clause.span.lowerBound..<index]
      let after = text.tokens[(index + 1)...].prefix { $0.mark.map { !".;".contains($0) } ?? true }
      return before.contains { $0.word == "to" } && after.contains { $0.word == "to" }
    }
  }
}
