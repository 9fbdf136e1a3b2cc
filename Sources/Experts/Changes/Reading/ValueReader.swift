import HCL
import ProviderSchemas

/// Reads the value that a clause gives to an argument.
struct ValueReader {
  /// A value, with the words that give it.
  struct Reading {
    var value: Value
    var words: [Int]
  }

  let text: ChangeText
  let vocabulary: ChangeVocabulary
  /// What the provider accepts of arguments of the type, by path.
  let constraints: [SchemaConstraint]

  /// - Parameters:
  ///   - words: tokens that may give the value, in order.
  ///   - current: what the argument is now; changes by an amount start from it.
  func value(
    of match: ArgumentFinder.Match, in words: [Int], clause: ChangeClause, current: Value?
  ) -> Reading? {
    switch match.type {
    case .bool: bool(in: words, clause: clause)
    case .number: number(match.path, in: words, clause: clause, current: current)
    case .string: string(match.path, in: words)
    case .list(.string), .set(.string): texts(in: words)
    default: nil
    }
  }

  /// The word right behind a text argument's name: "with hash key id".
  func text(behind last: Int, for match: ArgumentFinder.Match, in words: [Int]) -> Reading? {
    guard match.type == .string, words.contains(last + 1),
      !vocabulary.holds(text.tokens[last + 1].word, in: "plain")
    else { return nil }
    return Reading(value: .string(text.tokens[last + 1].raw), words: [last + 1])
  }

  private func bool(in words: [Int], clause: ChangeClause) -> Reading? {
    for index in words {
      if vocabulary.holds(text.tokens[index].word, in: "true") {
        return Reading(value: .bool(true), words: [index])
      }
      if vocabulary.holds(text.tokens[index].word, in: "false") {
        return Reading(value: .bool(false), words: [index])
      }
    }
    return Reading(value: .bool(clause.verb != .disable && clause.verb != .remove), words: [])
  }

  private func number(_ path: [String], in words: [Int], clause: ChangeClause, current: Value?) -> Reading? {
    let now = current.flatMap { $0.isNumber ? $0.number : nil }
    if clause.action == "double", let now { return Reading(value: .number(now * 2), words: []) }
    if clause.action == "halve", let now { return Reading(value: .number((now / 2).rounded()), words: []) }
    // The last one: "from 3 to 5".
    for index in words.reversed() {
      guard let (amount, spelling) = Self.amount(text.tokens[index].raw) else { continue }
      var used = [index]
      var unit = spelling
      if unit == nil, let next = words.first(where: { $0 == index + 1 }),
        vocabulary.spellings[text.tokens[next].raw.lowercased()] != nil
      {
        unit = text.tokens[next].raw.lowercased()
        used.append(next)
      }
      guard var result = converted(amount, unit: unit, to: path) else { return nil }
      if words.contains(index - 1), text.tokens[index - 1].word == "by" {
        guard let now else { return nil }
        let isLess = ["reduce", "decrease", "lower", "shrink", "shorten"].contains(clause.action)
        result = isLess ? now - result : now + result
        used.append(index - 1)
      }
      return Reading(value: .number(result), words: used)
    }
    return nil
  }

  /// In the unit of the argument; nil where the units are of different kinds, or the result is no whole number.
  private func converted(_ amount: Double, unit: String?, to path: [String]) -> Double? {
    guard let unit, let given = vocabulary.spellings[unit] else { return amount }
    guard let own = self.unit(of: path) else { return amount }
    guard own.kind == given.kind else { return nil }
    let result = amount * given.size / own.size
    return result == result.rounded() ? result : nil
  }

  private func unit(of path: [String]) -> ChangeVocabulary.Unit? {
    guard let name = path.last else { return nil }
    if let known = vocabulary.units[name] { return known }
    let suffix = name.split(separator: "_").last.map(String.init) ?? ""
    return vocabulary.spellings[suffix]
  }

  private static func amount(_ raw: String) -> (Double, String?)? {
    let digits = raw.prefix { $0.isNumber || $0 == "." || $0 == "," }
    guard let first = digits.first, first.isNumber, let number = Double(digits.replacing(",", with: ""))
    else {
      return nil
    }
    let rest = raw[digits.endIndex...].lowercased()
    if rest.isEmpty { return (number, nil) }
    let word = rest.hasPrefix("-") ? String(rest.dropFirst()) : rest
    return word.allSatisfy(\.isLetter) ? (number, word) : nil
  }

  private func string(_ path: [String], in words: [Int]) -> Reading? {
    let accepted = constraints.flatMap { $0.values + $0.wordsInAnyCase }
      .filter { $0.path == path.joined(separator: ".") }.flatMap(\.texts)
    if !accepted.isEmpty, let known = acceptedValue(accepted, in: words) { return known }
    if let quoted = words.first(where: { text.tokens[$0].isQuoted }) {
      return Reading(value: .string(text.tokens[quoted].raw), words: [quoted])
    }
    guard accepted.isEmpty else { return nil }
    let leads = words.filter { vocabulary.holds(text.tokens[$0].raw.lowercased(), in: "values") }
    for lead in leads.reversed() {
      guard
        let next = words.first(where: { $0 > lead && !vocabulary.holds(text.tokens[$0].word, in: "articles") }
        )
      else { continue }
      return Reading(value: .string(text.tokens[next].raw), words: [lead, next])
    }
    // "Node.js 20": what looks like a value is one, whatever stands before it.
    let marked = words.last { text.tokens[$0].raw.contains { $0.isNumber } }
    return marked.map { Reading(value: .string(text.tokens[$0].raw), words: [$0]) }
  }

  /// A value that the provider takes, whatever its capitals and separators: "pay per request" is `PAY_PER_REQUEST`.
  private func acceptedValue(_ accepted: [String], in words: [Int]) -> Reading? {
    let sorted = accepted.sorted { ($1.count, $0) < ($0.count, $1) }
    for value in sorted where !value.isEmpty {
      let parts = value.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      for start in words.indices {
        var spoken: [String] = []
        var used: [Int] = []
        for index in words[start...] {
          spoken += text.tokens[index].raw.lowercased().split { !$0.isLetter && !$0.isNumber }.map(
            String.init)
          used.append(index)
          if spoken == parts { return Reading(value: .string(value), words: used) }
          if spoken.count >= parts.count { break }
        }
      }
    }
    return nil
  }

  private func texts(in words: [Int]) -> Reading? {
    let quoted = words.filter { text.tokens[$0].isQuoted }
    if !quoted.isEmpty {
      return Reading(value: .list(quoted.map { .string(text.tokens[$0].raw) }), words: quoted)
    }
    guard let lead = words.last(where: { vocabulary.holds(text.tokens[$0].raw.lowercased(), in: "values") })
    else { return nil }
    let rest = words.filter { $0 > lead && !vocabulary.holds(text.tokens[$0].word, in: "plain") }
    guard !rest.isEmpty else { return nil }
    return Reading(value: .list(rest.map { .string(text.tokens[$0].raw) }), words: [lead] + rest)
  }
}
