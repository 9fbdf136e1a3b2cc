import Basics
import Clouds
import ProviderSchemas
import Vocabulary

/// Turns a request in plain language into a checklist that can be held against a resource graph: the resource types it
/// speaks of with their number, the names and values it gives, and the arguments it names. It knows the provider's
/// schema and how people name things, and nothing of any single request.
package struct Checklist: Sendable {
  private let finder: TypeMentionFinder
  private let arguments: ArgumentMentionFinder
  private let terms: Terms

  /// - Parameter cloud: whose resources the words name.
  /// - Throws: where the files that come with the program are broken.
  package init(
    schema: ProviderSchema, of cloud: Cloud = CloudCatalog.current.main
  ) throws(RequirementsError) {
    terms = try Terms(of: cloud)
    finder = TypeMentionFinder(vocabulary: TypeVocabulary(schema), terms: terms)
    arguments = ArgumentMentionFinder(schema: schema)
  }

  /// What weighs how much when drafts are compared: a resource that was asked for tells more than a number in the text.
  private enum Weight {
    static let resource = 2.0
    static let count = 1.0
    static let name = 1.0
    static let exactName = 0.5
    static let literal = 0.5
    static let argument = 0.5
  }

  /// The lines of the checklist in the order of the request, with ids from `first` on.
  package func requirements(for request: String, first: Int = 1) -> [Requirement] {
    let words = RequestWords(request, terms: terms)
    let mentions = finder.mentions(in: words)
    var lines: [Requirement] = []
    func add(_ text: String, weight: Double, expectations: ResourceExpectation...) {
      lines.append(
        Requirement(
          id: "REQ-\(first + lines.count)", text: text, check: RequirementCheck(all: expectations),
          weight: weight))
    }
    for mention in mentions {
      add(
        "has \(mention.type)", weight: Weight.resource,
        expectations: ResourceExpectation(types: [mention.type]))
      if mention.count > 1 {
        add(
          "has \(mention.count) of \(mention.type)", weight: Weight.count,
          expectations: ResourceExpectation(types: [mention.type], minimum: mention.count))
      }
    }
    let given = GivenTexts(request)
    for name in given.quoted {
      let text = HCLText.quoted(name)
      add(
        "something is named or set to '\(name)'", weight: Weight.name,
        expectations: ResourceExpectation(types: [], condition: "label == \(text) || has_text(\(text))"))
      add(
        "an argument is '\(name)'", weight: Weight.exactName,
        expectations: ResourceExpectation(types: [], condition: "has_value(\(text))"))
    }
    for literal in given.literals {
      add(
        "'\(literal)' is used", weight: Weight.literal,
        expectations: ResourceExpectation(types: [], condition: "has_text(\(HCLText.quoted(literal)))"))
    }
    for mention in arguments.mentions(of: mentions.map(\.type), in: words) {
      add(
        "\(mention.type) sets \(mention.argument)", weight: Weight.argument,
        expectations: ResourceExpectation(
          types: [mention.type], condition: "is_set(\(HCLText.quoted(mention.argument)))"))
    }
    return lines
  }

  /// The checklist as a brief, for requests that nobody else has read.
  package func brief(for request: String) -> Brief {
    let title = request.split(separator: "\n").first.map { String($0.prefix(60)) } ?? ""
    return Brief(title: title, requirements: requirements(for: request))
  }
}
