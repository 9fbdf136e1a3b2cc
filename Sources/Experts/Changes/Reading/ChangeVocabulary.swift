import Basics
import FoundationEssentials
import Patterns
import StrictYAML

/// How people ask for changes, from `Data/changes.yaml`.
struct ChangeVocabulary: Sendable {
  /// What a clause asks for.
  enum Verb: String, CaseIterable, Sendable {
    case add, set, enable, disable, remove, rename, tag
  }

  /// A value that tells by its form what it sets.
  struct Form: Sendable {
    /// Of the whole value.
    var pattern: Pattern
    var arguments: [String]
  }

  /// A measure of time or of bytes.
  struct Unit: Sendable {
    var kind: String
    /// In the smallest of its kind.
    var size: Double
  }

  /// Words of a verb, longest first.
  let verbs: [(verb: Verb, words: [String])]
  /// Phrases that mean arguments, longest first.
  let arguments: [(words: [String], paths: [String])]
  let forms: [Form]
  /// Unit by its spelling.
  let spellings: [String: Unit]
  /// Unit of an argument whose name does not say it.
  let units: [String: Unit]
  private let lists: [String: Set<String>]

  /// - Throws: where the file that comes with the program is broken.
  init() throws(ChangesError) {
    let root = try Self.document()
    func texts(_ node: YAMLNode?) -> [String] { node?.elements?.compactMap(\.text) ?? [] }
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    verbs = (root["verbs"]?.pairs ?? []).flatMap { pair in
      Verb(rawValue: pair.key).map { verb in texts(pair.value).map { (verb, words($0)) } } ?? []
    }.sorted { $0.1.count > $1.1.count }
    arguments = (root["arguments"]?.pairs ?? []).map { (words($0.key), texts($0.value)) }
      .sorted { $0.0.count > $1.0.count }
    var forms: [Form] = []
    for node in root["forms"]?.elements ?? [] {
      do throws(PatternError) {
        forms.append(
          Form(
            pattern: try Pattern("^(?:\(node["pattern"]?.text ?? ""))$"), arguments: texts(node["arguments"]))
        )
      } catch {
        throw Self.broken("A form is no regular expression: \(error.detail)")
      }
    }
    self.forms = forms
    var spellings: [String: Unit] = [:]
    var named: [String: Unit] = [:]
    for pair in root["spellings"]?.pairs ?? [] {
      let unit = Unit(
        kind: pair.value["kind"]?.text ?? "", size: pair.value["size"]?.text.flatMap({ Double($0) }) ?? 1)
      named[pair.key] = unit
      for word in texts(pair.value["words"]) { spellings[word] = unit }
    }
    self.spellings = spellings
    units = Dictionary(
      (root["units"]?.pairs ?? []).compactMap { pair in
        pair.value.text.flatMap { named[$0] }.map { (pair.key, $0) }
      }, uniquingKeysWith: { first, _ in first })
    let keys = [
      "openings", "plain", "articles", "every", "names", "places", "values", "true", "false", "generic",
    ]
    lists = Dictionary(uniqueKeysWithValues: keys.map { ($0, Set(texts(root[$0]))) })
    let isWhole = keys.allSatisfy { !(lists[$0] ?? []).isEmpty }
    guard isWhole, Set(verbs.map(\.verb)).count == Verb.allCases.count, !arguments.isEmpty, !units.isEmpty
    else { throw Self.broken("A part of it is empty.") }
  }

  func holds(_ word: String, in list: String) -> Bool { lists[list]?.contains(word) ?? false }

  /// The verb that begins at a token, with the number of its words.
  func verb(at index: Int, of tokens: [ChangeText.Token]) -> (verb: Verb, count: Int)? {
    for entry in verbs where index + entry.words.count <= tokens.count {
      let spoken = tokens[index..<index + entry.words.count]
      if zip(spoken, entry.words).allSatisfy({ !$0.isQuoted && $0.raw.lowercased() == $1 }) {
        return (entry.verb, entry.words.count)
      }
    }
    return nil
  }

  private static let name = "changes.yaml"

  private static func document() throws(ChangesError) -> YAMLNode {
    do {
      let url = try ProgramData.folder(of: "Changes").appending(path: "Data/\(name)")
      return try StrictYAML.document(try String(contentsOf: url, encoding: .utf8), file: name)
    } catch {
      throw broken("It cannot be read: \(error).")
    }
  }

  private static func broken(_ reason: String) -> ChangesError {
    ChangesError(
      .brokenVocabulary, summary: "A file of the program is broken",
      detail: "Data/\(name): \(reason) Install Consilium again.")
  }
}
