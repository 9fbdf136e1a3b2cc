import Basics
import Clouds
import Foundation
import HCL
import Requirements
import StrictYAML

/// What belongs to a resource and is a resource of its own, and arguments that follow others: `changes.yaml` of the packs.
struct PartCatalog: Sendable {
  /// A part of a resource, as a read replica of a database.
  struct Part: Sendable {
    var title: String
    /// How people call it, longest first.
    var phrases: [[String]]
    var owner: String
    var type: String
    private let suffix: String
    private let template: String

    init?(_ node: YAMLNode) {
      guard let title = node["title"]?.text, let owner = node["of"]?.text, let type = node["type"]?.text,
        let template = node["source"]?.text
      else { return nil }
      self.title = title
      self.owner = owner
      self.type = type
      self.template = template
      suffix = node["suffix"]?.text ?? ""
      phrases = (node["phrases"]?.elements ?? []).compactMap(\.text).map(RequestWords.normal)
        .sorted { $0.count > $1.count }
    }

    /// The tokens that name it.
    func place(in span: Range<Int>, of text: ChangeText) -> [Int]? {
      for phrase in phrases {
        for start in span {
          var spoken: [String] = []
          var used: [Int] = []
          for index in start..<span.upperBound where spoken.count < phrase.count {
            spoken += RequestWords.normal(text.tokens[index].raw)
            used.append(index)
          }
          if spoken == phrase { return used }
        }
      }
      return nil
    }

    func label(of item: PresentConfiguration.Item) -> String { item.label + suffix }

    /// The block; nil where the owner is several.
    func source(of item: PresentConfiguration.Item, label: String) -> String? {
      guard item.block.body.attribute("count") == nil, item.block.body.attribute("for_each") == nil else {
        return nil
      }
      let source = template.replacing("<label>", with: label).replacing("<address>", with: item.address)
        .replacing("<slug>", with: label.replacing("_", with: "-"))
      return HCLFormatter.format(source) ?? source
    }
  }

  /// What else changes when an argument gets a value.
  private struct Follower: Sendable {
    var type: String
    var argument: String
    var value: String
    var target: String
    var suffix: String
  }

  /// A block that an argument needs beside it.
  private struct Completion: Sendable {
    var type: String
    var argument: String
    var source: String
  }

  let all: [Part]
  private let followers: [Follower]
  private let completed: [Completion]

  /// - Throws: where a pack's file is broken.
  init() throws(ChangesError) {
    var parts: [Part] = []
    var followers: [Follower] = []
    var completed: [Completion] = []
    for cloud in CloudCatalog.current.clouds {
      guard let data = cloud.contents(of: .changes) else { continue }
      let name = "\(cloud.id)/\(CloudPart.changes.rawValue)"
      let root: YAMLNode
      do {
        root = try StrictYAML.document(String(decoding: data, as: UTF8.self), file: name)
      } catch {
        throw ChangesError(
          .brokenVocabulary, summary: "A file of the program is broken", detail: error.description)
      }
      for node in root["parts"]?.elements ?? [] {
        guard let part = Part(node) else {
          throw ChangesError(
            .brokenVocabulary, summary: "A file of the program is broken",
            detail: "\(name): a part has no title, owner, type or source.")
        }
        parts.append(part)
      }
      completed += (root["completions"]?.elements ?? []).compactMap { node in
        guard let type = node["type"]?.text, let argument = node["argument"]?.text,
          let source = node["source"]?.text
        else { return nil }
        return Completion(type: type, argument: argument, source: source)
      }
      followers += (root["followers"]?.elements ?? []).compactMap { node in
        guard let type = node["type"]?.text, let argument = node["argument"]?.text,
          let value = node["value"]?.text, let target = node["target"]?.text,
          let suffix = node["suffix"]?.text
        else { return nil }
        return Follower(type: type, argument: argument, value: value, target: target, suffix: suffix)
      }
    }
    all = parts
    self.completed = completed
    self.followers = followers
  }

  /// The part of a resource of the type that some words name.
  func part(for type: String, in span: Range<Int>, of text: ChangeText) -> Part? {
    all.first { $0.owner == type && $0.place(in: span, of: text) != nil }
  }

  /// Blocks that go with arguments of a resource of the type.
  func completions(of type: String, given: [[String]: Value]) -> [String] {
    completed.filter { $0.type == type }.compactMap { completion in
      given[[completion.argument]].map { completion.source.replacing("<value>", with: $0.source) }
    }
  }

  /// Edits that go with one: a queue's name ends with `.fifo` once it is one.
  func followers(of path: [String], on item: PresentConfiguration.Item, value: Value) -> [Change] {
    followers.filter { $0.type == item.type && [$0.argument] == path && $0.value == value.source }
      .compactMap { follower in
        guard let attribute = item.block.body.attribute(follower.target) else { return nil }
        var evaluator = Evaluator(scope: Scope(), isLenient: true)
        guard case .string(let text) = evaluator.evaluate(attribute.value), !text.hasSuffix(follower.suffix)
        else { return nil }
        return .set(
          address: item.address, path: [follower.target], source: quotedSource(text + follower.suffix))
      }
  }
}
