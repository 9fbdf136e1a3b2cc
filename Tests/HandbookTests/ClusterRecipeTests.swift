import Basics
import Experts
import ManifestSchemas
import Manifests
import Testing
import Vocabulary

@testable import Handbook

/// Every object that a recipe makes for a cluster is what the API server takes, with the rules in CEL that its kind carries, and
/// what the objects say of one another holds.
struct ClusterRecipeTests {
  /// Kinds that only a cluster makes, from an object beside them.
  private static let madeByTemplates: Set<String> = ["constraints.gatekeeper.sh/v1beta1/SafeWorkload"]

  private static func manifests(_ files: [Artifact]) -> (read: [Manifest], faults: [Diagnostic]) {
    let read = files.filter { $0.format == .kubernetes }.map {
      ManifestReader.read($0.content, file: $0.path)
    }
    return (read.flatMap(\.manifests), read.flatMap(\.diagnostics))
  }

  private static func faults(_ files: [Artifact]) throws -> [String] {
    let (manifests, unread) = manifests(files)
    let verdict = try ManifestValidator().validate(manifests)
    let unchecked = verdict.unchecked.filter { text in !madeByTemplates.contains(where: text.hasPrefix) }
    let faults =
      unread + ManifestCheck.check(manifests) + ManifestRelations.check(manifests).diagnostics
      + verdict.diagnostics
    return faults.map(\.description) + unchecked
  }

  private static func files(_ intent: Intent, _ priority: AgentProfile.Priority) throws -> [Artifact] {
    let book = try Handbook.shared().book
    var planner = Planner(book: book, intent: intent, priority: priority)
    return try Renderer(plan: try planner.plan(), book: book).files()
  }

  private static func intent(_ components: [(recipe: String, values: [String: JSONValue])]) -> Intent {
    Intent(
      title: "Sample",
      components: components.map { recipe, values in
        Intent.Component(
          recipe: recipe, name: nil, noun: nil, words: "", spans: [0..<1],
          settings: values.mapValues { Intent.Setting(value: $0, words: "") })
      }, attributes: [:], environment: nil, region: nil, secondRegion: nil, words: [])
  }

  private static func recipes() throws -> [String] {
    try Handbook.shared().book.identifiers().filter(RecipeBook.isForManifests)
  }

  @Test func everyRecipeIsValidForEveryPriority() throws {
    let recipes = try Self.recipes()
    #expect(recipes.count >= 40)
    for recipe in recipes {
      for priority in AgentProfile.Priority.allCases {
        let found = try Self.faults(Self.files(Self.intent([(recipe, [:])]), priority))
        #expect(found.isEmpty, "\(recipe), \(priority): \(found)")
      }
    }
  }

  @Test func everyPartThatWordsAskForIsValid() throws {
    for entry in try Handbook.shared().reader.lexicon.entries {
      guard let recipe = entry.recipe, RecipeBook.isForManifests(recipe), !entry.values.isEmpty else {
        continue
      }
      let found = try Self.faults(Self.files(Self.intent([(recipe, entry.values)]), .balanced))
      #expect(found.isEmpty, "\(recipe) with \(entry.values): \(found)")
    }
  }

  @Test func allRecipesTogetherFit() throws {
    let components = try Self.recipes().map { (recipe: $0, values: [String: JSONValue]()) }
    let found = try Self.faults(Self.files(Self.intent(components), .resilienceFirst))
    #expect(found.isEmpty, "\(found)")
  }

  /// Nothing that a person would have to take out before it is merged.
  @Test func noObjectIsCareless() throws {
    let components = try Self.recipes().map { (recipe: $0, values: [String: JSONValue]()) }
    let files = try Self.files(Self.intent(components), .balanced)
    for file in files where file.format == .kubernetes {
      #expect(!file.content.contains(":latest\n"), "\(file.path)")
      let lines = file.content.split(separator: "\n")
      #expect(!lines.contains { $0.hasPrefix("kind: Secret") && !$0.contains("Provider") }, "\(file.path)")
    }
    for manifest in Self.manifests(files).read where manifest.kind != "Namespace" {
      let labels = manifest.content["metadata"]?["labels"]?.object ?? []
      #expect(labels.contains { $0.key == "app.kubernetes.io/part-of" }, "\(manifest.address)")
      if manifest.kind == "AppProject" { #expect(!manifest.content.compact.contains("\"*\"")) }
    }
  }
}
