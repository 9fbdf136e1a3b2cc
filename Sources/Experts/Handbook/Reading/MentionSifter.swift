import Experts
import Vocabulary

/// Tells what the request asks for from what it only speaks of: what it denies, what is there already, what belongs to another
/// cloud, the name of a variable, what a policy or a security group is about.
struct MentionSifter {
  let lexicon: Lexicon
  let book: RecipeBook
  let request: RequestText

  struct Sifted {
    /// What is asked for or said of it.
    var mentions: [Mention]
    var exclusions: [Exclusion]
    /// What is there already and shall not be made.
    var existing: [Mention]
    /// What a private network shall reach by endpoints.
    var reached: [Mention] = []
    /// Asked for on another cloud, with the cloud's words.
    var elsewhere: [(mention: Mention, cloud: Mention)]
  }

  func sift(_ mentions: [Mention]) throws(ExpertError) -> Sifted {
    let exclusions = ExclusionReader(lexicon: lexicon, request: request, mentions: mentions).exclusions()
    var sifted = Sifted(mentions: [], exclusions: exclusions, existing: [], elsewhere: [])
    let rest = mentions.filter { mention in !exclusions.contains { $0.span.overlaps(mention.span) } }
    let named = try namedOnly(rest)
    for mention in rest {
      guard case .component = mention.sense else {
        if !mention.isUnsupported || !isIdentifier(mention) { sifted.mentions.append(mention) }
        continue
      }
      if let cloud = otherCloud(of: mention, rest) {
        sifted.elsewhere.append((mention, cloud))
      } else if isExisting(mention) {
        sifted.existing.append(mention)
      } else if let port = named[mention.span.lowerBound] {
        if let port { sifted.mentions.append(port) }
      } else if !isIdentifier(mention), !isPartOfName(mention), !isVerb(mention), !isManner(mention),
        !isOnlyNamed(mention, mentions: rest), !isBehindAnother(mention, mentions: rest),
        !isCompound(mention, mentions: rest)
      {
        if isReached(mention, mentions: rest) {
          sifted.reached.append(mention)
        } else {
          sifted.mentions.append(mention)
        }
      }
    }
    return sifted
  }

  /// `DB_PASSWORD` is the name of a variable, not a database.
  private func isIdentifier(_ mention: Mention) -> Bool {
    var low = mention.span.lowerBound
    var high = mention.span.upperBound
    while low > 0, request.gap(before: low) == "_" { low -= 1 }
    while high < request.tokens.count, request.gap(before: high) == "_" { high += 1 }
    guard low < mention.span.lowerBound || high > mention.span.upperBound else { return false }
    let word = request.text[request.tokens[low].range.lowerBound..<request.tokens[high - 1].range.upperBound]
    return !word.contains(where: \.isLowercase)
  }

  /// "our existing VPC", "a bucket that already exists", "on our cluster".
  private func isExisting(_ mention: Mention) -> Bool {
    let clause = request.tokens[mention.span.lowerBound].clause
    let before = max(0, mention.span.lowerBound - 3)..<mention.span.lowerBound
    let after = mention.span.upperBound..<min(mention.span.upperBound + 3, request.tokens.count)
    func says(_ index: Int, words: Set<String>) -> Bool {
      request.tokens[index].clause == clause && words.contains(request.tokens[index].normal)
    }
    if before.contains(where: { says($0, words: lexicon.existing) }) { return true }
    if after.contains(where: { says($0, words: ["already", "exist"]) }) { return true }
    guard let owner = before.last(where: { Self.ours.contains(request.tokens[$0].normal) }), owner > 0 else {
      return false
    }
    return Self.places.contains(request.tokens[owner - 1].normal)
  }

  private static let ours: Set<String> = [
    "our", "my", "unserem", "unserer", "unseren", "nuestro", "nuestra", "notre",
  ]
  private static let places: Set<String> = [
    "on", "in", "to", "into", "onto", "from", "inside", "within", "auf", "im", "an", "en", "dans", "sur",
  ]

  /// A part of another word, a path or a namespace: `ingress-nginx`, `/api`, "namespace web".
  private func isPartOfName(_ mention: Mention) -> Bool {
    let (low, high) = (mention.span.lowerBound, mention.span.upperBound)
    if request.gap(before: low).hasSuffix("/"), request.gap(before: low).count > 1 || low == 0 { return true }
    if low > 0, ["namespace", "path", "branch", "label", "prefix"].contains(request.tokens[low - 1].normal) {
      return true
    }
    let isJoined = high < request.tokens.count && request.gap(before: high) == "-"
    guard isJoined, !lexicon.ignored.contains(request.tokens[high].normal) else { return false }
    let word = request.text[request.tokens[low].range.lowerBound..<request.tokens[high].range.upperBound]
    return !word.contains(where: \.isUppercase) && !isKnown(high)
  }

  /// "cache 1 hour" tells what to do: a bare word with a number behind it.
  private func isVerb(_ mention: Mention) -> Bool {
    let (low, next) = (mention.span.lowerBound, mention.span.upperBound)
    guard mention.span.count == 1, next < request.tokens.count, request.gap(before: next) == " ",
      case .component(let index) = mention.sense, lexicon.entries[index].isGeneric,
      request.tokens[next].word.first?.isNumber == true
    else { return false }
    let isBare =
      low == 0 || request.tokens[low - 1].clause != request.tokens[low].clause
      || lexicon.denial.and.contains(request.tokens[low - 1].normal)
    return isBare && request.tokens[low].word == request.tokens[low].normal
  }

  /// "queue-based" and "event-driven" say how something is, not that it is there.
  private func isManner(_ mention: Mention) -> Bool {
    let next = mention.span.upperBound
    return next < request.tokens.count && request.gap(before: next) == "-"
      && ["based", "driven", "backed", "like", "style", "powered", "first"].contains(
        request.tokens[next].normal)
  }

  private func isKnown(_ index: Int) -> Bool {
    lexicon.phrases[request.tokens[index].normal] != nil
  }

  /// "instance profile" and "database parameter group" are no instance and no database: a word for a family right before
  /// another noun that nothing understands only describes that.
  private func isCompound(_ mention: Mention, mentions: [Mention]) -> Bool {
    guard case .component(let index) = mention.sense, lexicon.entries[index].isGeneric else { return false }
    // "a Timestream database" is what has no recipe, and no other database.
    if mentions.contains(where: { $0.isUnsupported && $0.span.upperBound == mention.span.lowerBound }),
      request.gap(before: mention.span.lowerBound) == " "
    {
      return true
    }
    let next = mention.span.upperBound
    guard next < request.tokens.count, request.gap(before: next) == " " else { return false }
    let word = request.tokens[next].normal
    if mention.span.count == 1, isAnother(mentions.first { $0.span.lowerBound == next }, than: index) {
      return true
    }
    return word.first?.isLetter == true && !lexicon.ignored.contains(word)
      && !lexicon.qualifiers.contains(word)
      && !lexicon.access.contains(word) && !word.hasSuffix("ed") && !word.hasSuffix("ing")
      && !lexicon.denial.words.contains([word]) && !lexicon.existing.contains(word)
      && !mentions.contains { $0.span.contains(next) }
  }

  /// "SNS topic alerts" may tell what the topic is called: one bare plural right behind the words for something else.
  private func isBehindAnother(_ mention: Mention, mentions: [Mention]) -> Bool {
    let place = mention.span.lowerBound
    guard mention.span.count == 1, request.gap(before: place) == " ",
      let before = mentions.first(where: { $0.span.upperBound == place }), before.span.count > 1,
      case .component(let other) = before.sense, case .component(let own) = mention.sense,
      !lexicon.entries[own].isPart, lexicon.entries[own].recipe != lexicon.entries[other].recipe
    else { return false }
    func isPlain(_ index: Int) -> Bool {
      !request.text[request.tokens[index].range].contains(where: \.isUppercase)
    }
    return isPlain(place) && isPlain(place - 1) && request.tokens[place].word != request.tokens[place].normal
  }

  /// "cache bucket" is a bucket: a word for a family right before what is built of another kind only describes that.
  private func isAnother(_ mention: Mention?, than index: Int) -> Bool {
    guard let mention, case .component(let other) = mention.sense, !lexicon.entries[other].isPart,
      let recipe = lexicon.entries[other].recipe,
      let own = lexicon.entries[index].recipe
    else { return false }
    return own != recipe
  }

  /// What runs on a server that is asked for, who alone may do something, and what a program may only reach.
  private func isOnlyNamed(_ mention: Mention, mentions: [Mention]) -> Bool {
    let low = mention.span.lowerBound
    let clause = request.tokens[low].clause
    func word(_ index: Int) -> String? {
      request.tokens.indices.contains(index) && request.tokens[index].clause == clause
        ? request.tokens[index].normal : nil
    }
    if let before = word(low - 1), ["running", "run"].contains(before),
      mentions.contains(where: { $0.span.upperBound == low - 1 })
    {
      return true
    }
    if let after = word(mention.span.upperBound), ["installed", "preinstalled"].contains(after) {
      return true
    }
    // "may read from S3": bare, so it is spoken of as something that is there.
    if let link = word(low - 1), ["from", "to", "into"].contains(link),
      (low - 5..<low - 1).contains(where: { word($0).map { ["may", "can", "cannot"].contains($0) } ?? false })
    {
      return true
    }
    if let one = word(low - 2), let two = word(low - 1), Self.reaching.contains("\(one) \(two)") {
      return true
    }
    guard (low - 2..<low).contains(where: { word($0) == "only" }) else { return false }
    return (mention.span.upperBound..<mention.span.upperBound + 8).contains {
      word($0).map { ["may", "can", "must", "allowed", "able"].contains($0) } ?? false
    }
  }

  private static let reaching: Set<String> = [
    "deploy to", "push to", "pull from", "access to", "permission to", "permission for", "right to",
  ]

  /// The other cloud whose name stands right beside the mention.
  private func otherCloud(of mention: Mention, _ mentions: [Mention]) -> Mention? {
    mentions.first { other in
      guard case .cloud(let name) = other.sense, !lexicon.isHere(name) else { return false }
      let (first, second) =
        other.span.lowerBound < mention.span.lowerBound ? (other, mention) : (mention, other)
      let between = first.span.upperBound..<second.span.lowerBound
      guard first.span.upperBound <= second.span.lowerBound,
        request.tokens[first.span.lowerBound].clause == request.tokens[second.span.lowerBound].clause
      else { return false }
      if first.span == other.span { return between.isEmpty }
      return between.count <= 2 && between.allSatisfy { Self.on.contains(request.tokens[$0].normal) }
    }
  }

  private static let on: Set<String> = ["on", "in", "at", "from", "the", "auf", "in", "en", "sur", "dans"]

  /// What stands behind "allows", "granting", … in a clause about a policy, a role or a security group, by first token: it is
  /// named, not asked for. A service with a port of its own is that port, where a security group allows it.
  private func namedOnly(_ mentions: [Mention]) throws(ExpertError) -> [Int: Mention?] {
    var named: [Int: Mention?] = [:]
    for holder in mentions {
      guard case .component(let index) = holder.sense, let recipe = lexicon.entries[index].recipe,
        try isHolder(lexicon.entries[index], recipe: recipe)
      else { continue }
      let clause = request.tokens[holder.span.lowerBound].clause
      let end = request.tokens.indices[holder.span.upperBound...].first {
        request.tokens[$0].clause != clause
      }
      let rest = holder.span.upperBound..<(end ?? request.tokens.count)
      guard let verb = rest.first(where: { lexicon.access.contains(request.tokens[$0].normal) }) else {
        continue
      }
      for mention in mentions
      where mention.span.lowerBound > verb && rest.contains(mention.span.lowerBound) && !isNew(mention) {
        guard case .component(let other) = mention.sense else { continue }
        let isGroup = try book.recipe(recipe).provides.contains("security-group")
        let port = isGroup ? try port(of: lexicon.entries[other], mention) : nil
        named[mention.span.lowerBound] = .some(port)
      }
    }
    return named
  }

  /// "endpoints for S3, DynamoDB and ECR": what is reached through them.
  private func isReached(_ mention: Mention, mentions: [Mention]) -> Bool {
    var low = mention.span.lowerBound
    while low > 0 {
      let word = request.tokens[low - 1].normal
      if ["for", "to"].contains(word) { return low > 1 && request.tokens[low - 2].normal == "endpoint" }
      if ["and", "or"].contains(word) {
        low -= 1
      } else if request.gap(before: low).allSatisfy({ $0 == "," || $0.isWhitespace }),
        let before = mentions.first(where: { $0.span.upperBound == low }), case .component = before.sense
      {
        if before.words.lowercased().contains("endpoint") { return true }
        low = before.span.lowerBound
      } else {
        return false
      }
    }
    return false
  }

  private func isHolder(_ entry: Lexicon.Entry, recipe: String) throws(ExpertError) -> Bool {
    if entry.isPart {
      return entry.values.keys.contains { ["network_policy", "roles"].contains($0) }
    }
    return try book.recipe(recipe).provides.contains { ["role", "security-group"].contains($0) }
  }

  private func isNew(_ mention: Mention) -> Bool {
    let index = mention.span.lowerBound - 1
    return index >= 0 && ["a", "an", "one", "two", "new", "another"].contains(request.tokens[index].normal)
  }

  private func port(of entry: Lexicon.Entry, _ mention: Mention) throws(ExpertError) -> Mention? {
    guard let id = entry.recipe else { return nil }
    let recipe = try book.recipe(id)
    guard recipe.provides.contains("data-store"),
      let port = entry.values["port"] ?? recipe.parameter("port")?.defaultValue
    else { return nil }
    return Mention(
      span: mention.span, sense: .fact(id: "port", value: port), words: mention.words, priority: 7)
  }
}
