import Basics
import Clouds
import Experts
import Vocabulary

/// Reads tags that everything shall bear: "tag everything with team=checkout and env=prod".
struct TagReader {
  let lexicon: Lexicon
  let request: RequestText

  struct Tag: Sendable, Hashable {
    var key: String
    var value: String
  }

  /// - Parameter understood: gets the words that say what is to be tagged.
  func read(into ledger: inout BriefBuilder, understood: inout Set<Int>) throws(ExpertError) -> [Tag] {
    var tags: [Tag] = []
    for (tag, span) in try found() where !tags.contains(where: { $0.key == tag.key }) {
      tags.append(tag)
      let words = "tag \(tag.key)=\(tag.value)"
      if let check = lexicon.tagCheck {
        let context: JSONValue = ["key": .string(tag.key), "value": .string(tag.value)]
        ledger.require(
          words, at: [span], expectations: [try check.expectation(context)], kind: .naming)
      } else {
        ledger.leave(
          words, at: span, status: .unknown,
          reason: "Nothing decides what bears a tag on \(lexicon.cloud.title).")
      }
      let sentence = request.tokens[span.lowerBound].sentence
      for index in request.tokens.indices where request.tokens[index].sentence == sentence {
        if Self.scope.contains(request.tokens[index].normal) { understood.insert(index) }
      }
    }
    return tags
  }

  private static let scope: Set<String> = ["everything", "all", "each", "every", "tag", "tagged"]

  private func found() throws(ExpertError) -> [(Tag, Range<Int>)] {
    do {
      return try request.text.matches(of: Regex(lexicon.tagPattern)).compactMap { match in
        let form = FormMatch(output: match.output, range: match.range)
        guard let key = form.text(1), let value = form.text(2), let span = request.span(of: match.range),
          isAboutTags(span)
        else { return nil }
        return (Tag(key: key, value: value), span)
      }
    } catch {
      throw ExpertError(
        .failed, summary: "A file of the handbook is broken",
        detail: "lexicon/facts.yaml: the pattern of tags cannot be read: \(error).")
    }
  }

  private func isAboutTags(_ span: Range<Int>) -> Bool {
    let sentence = request.tokens[span.lowerBound].sentence
    return request.tokens[..<span.lowerBound].contains {
      $0.sentence == sentence && ["tag", "tagged"].contains($0.normal)
    }
  }
}
