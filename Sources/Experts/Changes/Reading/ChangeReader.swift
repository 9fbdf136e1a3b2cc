import Basics
import Clouds
import HCL
import ProviderSchemas
import Requirements
import Vocabulary

/// Reads a request for a change against the configuration that is there. What is not understood, is not there or could mean
/// several things is a line of its own that is not met; nothing is changed by a guess.
package struct ChangeReader: Sendable {
  let vocabulary: ChangeVocabulary
  let terms: Terms
  private let parts: PartCatalog
  /// Of types of the cloud, whose names the terms are of; nil where its schema is not here.
  let finder: TypeMentionFinder?

  /// - Parameter cloud: the cloud whose types are spoken of.
  /// - Throws: where the files that come with the program are broken.
  package init(of cloud: Cloud = CloudCatalog.current.main) throws(ChangesError) {
    vocabulary = try ChangeVocabulary()
    parts = try PartCatalog()
    do {
      terms = try Terms(of: cloud)
    } catch {
      throw ChangesError(.brokenVocabulary, summary: error.summary, detail: error.detail)
    }
    let source = cloud.providers.first?.source
    finder = source.flatMap { ProviderSchema.shipped($0) }.map { [terms] schema in
      TypeMentionFinder(vocabulary: TypeVocabulary(schema), terms: terms)
    }
  }

  func session(on base: [Artifact], text: ChangeText) -> ChangeSession {
    ChangeSession(
      text: text, vocabulary: vocabulary, terms: terms, parts: parts, present: PresentConfiguration(base))
  }

  /// - Parameters:
  ///   - request: in English.
  ///   - base: the files of the configuration.
  /// - Throws: `.nothingToDo` where no words ask for a change.
  package func read(_ request: String, on base: [Artifact]) throws(ChangesError) -> ChangeReading {
    let text = ChangeText(request)
    let split = ClauseSplitter(text: text, vocabulary: vocabulary).clauses()
    guard !split.clauses.isEmpty else {
      throw ChangesError(
        .nothingToDo, summary: "The request asks for no change",
        detail:
          "Say what is to be done with what is there, as in: raise the visibility timeout of the queue to 60 seconds, and add a read replica of the database."
      )
    }
    var session = session(on: base, text: text)
    for clause in split.clauses { session.read(clause) }
    if let first = split.rest.first, let last = split.rest.last {
      let words = split.rest.filter { !vocabulary.holds(text.tokens[$0].word, in: "plain") }
      if !words.isEmpty {
        session.reading.leave(
          String(text.text(of: first..<last + 1)), at: words.map { text.tokens[$0].range }, status: .unknown,
          reason: "It is not understood, so nothing decides whether it is done.")
      }
    }
    return session.reading
  }
}
