import Experts
import Basics

/// Finds what is recognised by its form: names, sizes, schedules, money, addresses.
struct FormFinder {
  let lexicon: Lexicon
  let request: RequestText
  let setting: Setting

  /// A request with more of one form than this is no sentence; the rest is left to the questions.
  private static let most = 500

  func mentions() throws(ExpertError) -> [Mention] {
    var found: [Mention] = []
    for form in lexicon.facts where setting.allows(form.context) {
      for match in try matches(of: form.pattern) {
        guard let mention = fact(match, form: form) else { continue }
        found.append(mention)
      }
    }
    for form in lexicon.schedules {
      for match in try matches(of: form.pattern) {
        guard let span = request.span(of: match.range),
          let value = ScheduleReader.value(match, form: form.form)
        else { continue }
        let id = form.form == "clock" ? "clock" : "schedule"
        found.append(mention(span, sense: .fact(id: id, value: value), priority: 2))
      }
    }
    for match in try matches(of: lexicon.moneyPattern) {
      guard let span = request.span(of: match.range), let money = money(match) else { continue }
      found.append(mention(span, sense: .money(money), priority: 9))
    }
    for (index, pattern) in lexicon.namePatterns.enumerated() {
      for match in try matches(of: pattern) {
        guard let name = match.text(1), let range = match.groupRange(1),
          let full = request.span(of: match.range)
        else { continue }
        let isMarked = request.text[match.range].contains { "\"'`“‘".contains($0) }
        guard isMarked || !lexicon.unnamed.contains(RequestText.normal(name[...])), name.count <= 63 else {
          continue
        }
        let isQuoted = index >= 2
        let span = isQuoted ? request.span(of: range) ?? full : full
        found.append(mention(span, sense: .name(name, isQuoted: isQuoted), priority: 8))
      }
    }
    return found
  }

  private func mention(_ span: Range<Int>, sense: Mention.Sense, priority: Int) -> Mention {
    Mention(span: span, sense: sense, words: request.words(span), priority: priority)
  }

  private func matches(of pattern: String) throws(ExpertError) -> [FormMatch] {
    do {
      let regex = try Regex(pattern.replacing("NUMBER", with: Self.numberPattern)).ignoresCase()
        .wordBoundaryKind(.simple)
      return request.text.matches(of: regex).prefix(Self.most).map {
        FormMatch(output: $0.output, range: $0.range)
      }
    } catch {
      throw ExpertError(
        .failed, summary: "A file of the handbook is broken",
        detail: "lexicon/facts.yaml: the pattern '\(pattern)' cannot be read: \(error).")
    }
  }

  private func fact(_ match: FormMatch, form: Lexicon.FactForm) -> Mention? {
    var range = form.keepsPrefix ? match.groupRange(1) ?? match.range : match.range
    if form.beginsAtValue, let start = match.groupRange(1)?.lowerBound { range = start..<range.upperBound }
    if form.isNarrow, let end = (match.groupRange(2) ?? match.groupRange(1))?.upperBound {
      range = range.lowerBound..<end
    }
    guard let span = request.span(of: range) else { return nil }
    // Of equals, a form that makes something of an address holds.
    if form.id == "ignore" { return mention(span, sense: .nothing, priority: 6) }
    guard let text = match.text(1) else { return nil }
    var value: JSONValue
    if form.id == "only-from" {
      let pair = text.split(separator: "=", maxSplits: 1).map { JSONValue.string(String($0)) }
      value =
        pair.count == 2
        ? [
          "text": .string(text), "key": pair[0], "value": pair[1], "labelled": true, "spaced": false,
          "spaces": [],
        ]
        : Self.admitting(text.lowercased())
    } else if form.id == "slo" {
      guard let percent = Self.number(text), percent < 100 else { return nil }
      // The share that may fail, to a millionth: 99.9 % leaves 0.001.
      let budget = ((100 - percent) * 10_000).rounded() / 1_000_000
      value = [
        "given": true, "percent": .string(text), "ratio": .string("\(1 - budget)"),
        "budget": .string("\(budget)"),
      ]
    } else if form.isText || Self.textual.contains(form.id) {
      value = .string(form.keepsCase ? text : text.lowercased())
      if form.id == "runtime" { value = .string(Self.runtime(text)) }
    } else if let second = match.text(2), form.units.isEmpty, let low = Self.number(text),
      let high = Self.number(second)
    {
      value = .array([Self.json(low), Self.json(high)])
    } else if let number = Self.number(text) {
      let unit = match.text(2).flatMap { form.units[$0.lowercased()] } ?? 1
      value = Self.json(number * unit)
    } else {
      value = .string(text)
    }
    var found = mention(span, sense: .fact(id: form.id, value: value), priority: 7)
    if form.isNarrow, let full = request.span(of: match.range) { found.words = quantity(span, within: full) }
    return found
  }

  /// The number and what it counts: what stands between and is told by a line of its own, as the class of a machine, is left out.
  private func quantity(_ span: Range<Int>, within full: Range<Int>) -> String {
    let rest = (span.upperBound..<max(full.upperBound, span.upperBound)).filter { index in
      let isOwn = (lexicon.phrases[request.tokens[index].normal] ?? []).contains { phrase in
        if case .attribute = phrase.meaning { phrase.words.count == 1 } else { false }
      }
      // What is counted stands last.
      return (!isOwn || index == full.upperBound - 1) && !isOfClass(index)
    }
    guard rest.count < full.upperBound - span.upperBound else { return request.words(full) }
    return ([request.words(span)] + rest.map { request.words($0..<$0 + 1) }).joined(separator: " ")
  }

  /// Whether a word is, or is joined to, one with a digit: the words of `e2-medium` and `Standard_D4s_v5`.
  private func isOfClass(_ index: Int) -> Bool {
    func hasDigit(_ place: Int) -> Bool { request.tokens[place].word.contains(where: \.isNumber) }
    if hasDigit(index) { return true }
    let isJoinedBefore = index > 0 && ["-", "_"].contains(request.gap(before: index)) && hasDigit(index - 1)
    let next = index + 1
    return isJoinedBefore
      || (next < request.tokens.count && ["-", "_"].contains(request.gap(before: next)) && hasDigit(next))
  }

  /// The namespaces that may connect; the ingress controller stands for the one that it is installed in.
  private static func admitting(_ text: String) -> JSONValue {
    let isController = text == "ingress"
    let names =
      isController
      ? ["ingress-nginx"]
      : text.split { $0 == "," || $0.isWhitespace }.map(String.init).filter {
        !["and", "or", "namespace"].contains($0)
      }
    return [
      "text": .string(isController ? text : names.joined(separator: ", ")), "key": "", "value": "",
      "labelled": false, "spaced": true, "spaces": .array(names.map { ["name": .string($0)] }),
    ]
  }

  /// "Python 3.12" and "Node.js 22" as Lambda writes them.
  private static func runtime(_ text: String) -> String {
    let name = text.lowercased().filter { !$0.isWhitespace }
    guard name.hasPrefix("node") else { return name }
    let version = name.drop { !$0.isNumber }
    return "nodejs\(version.hasSuffix(".x") ? version.dropLast(2) : version).x"
  }

  private static let textual: Set<String> = ["version", "cidr", "domain", "email", "image", "path"]

  private func money(_ match: FormMatch) -> Mention.Money? {
    let symbol = match.text(1) ?? match.text(6)
    guard let digits = match.text(2) ?? match.text(4),
      let amount = Double(finite: digits.filter { $0.isNumber || $0 == "." }),
      let symbol,
      let currency = lexicon.currencies[symbol.lowercased()]
        ?? lexicon.currencies[String(symbol.lowercased().split(separator: " ").last ?? "")]
    else { return nil }
    let factor = match.text(3) != nil || match.text(5) != nil ? 1000.0 : 1
    let period = match.text(7).flatMap { text in
      text.lowercased().split { !$0.isLetter }.compactMap { lexicon.periods[String($0)] }.last
    }
    return Mention.Money(
      amount: amount * factor, currency: currency, monthly: period, relation: relation(before: match.range))
  }

  /// The last relation in the few words before: "under", "at least".
  private func relation(before range: Range<String.Index>) -> String {
    let start =
      request.text.index(range.lowerBound, offsetBy: -28, limitedBy: request.text.startIndex)
      ?? request.text.startIndex
    let text = " " + request.text[start..<range.lowerBound].lowercased()
    var best: (place: String.Index, relation: String)?
    for (relation, phrase) in lexicon.relations {
      guard let found = text.ranges(of: " \(phrase)").last else { continue }
      if let best, best.place >= found.upperBound { continue }
      best = (found.upperBound, relation)
    }
    return best?.relation ?? "<="
  }

  static func number(_ text: String) -> Double? {
    if let number = Double(finite: text) { return number }
    if ["a", "an"].contains(text.lowercased()) { return 1 }
    let parts = text.lowercased().split { !$0.isLetter }.map { numbers[String($0)] }
    guard !parts.isEmpty, !parts.contains(nil) else { return nil }
    return Double(parts.compactMap { $0 }.reduce(0, +))
  }

  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
  ]

  /// Digits or a word for a number, longest first, within a pattern.
  private static let numberPattern =
    "\\d{1,4}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](?:one|two|three|four|five|six|seven|eight|nine)|"
    + numbers.keys.sorted { ($1.count, $0) < ($0.count, $1) }.joined(separator: "|")

  static func json(_ number: Double) -> JSONValue {
    Int(exactly: number).map { .integer($0) } ?? .number(number)
  }
}
