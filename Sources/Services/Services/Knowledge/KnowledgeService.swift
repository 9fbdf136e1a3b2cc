import Consultation
import Basics
import CrewFile
import Trust
import Clouds
import Experts
import Foundation
import Handbook
import Policies
import Vocabulary

/// Users' own rules and recipes: read, and held to the same proof as those that ship.
package struct KnowledgeService: Sendable {
  private let installation: Installation

  package init(installation: Installation) {
    self.installation = installation
  }

  /// What lies beside a crew file and in folders of packs that the environment names becomes known to the whole program.
  /// - Parameters:
  ///   - crewFile: nil where there is none in this folder.
  ///   - needsTrust: whether the work depends on it; else what nobody trusted is left out.
  /// - Throws: `CloudError` where a pack is broken, `TrustError` where the knowledge is somebody else's.
  package static func load(_ installation: Installation, crewFile: String?, needsTrust: Bool) throws {
    let knowledge = try OwnKnowledge(beside: crewFile) { file in
      try installation.trust().checkKnowledge(.file(file), prompts: installation.shippedPrompts)
    } leavingOut: {
      !needsTrust && $0 is TrustError
    }
    try CloudCatalog.load(own: CloudCatalog.named(installation.environment), knowledge: knowledge)
  }

  /// What of one's own is in play, in a sentence; nil where nothing is.
  /// - Throws: `CloudError` for a folder of rules that cannot be read.
  package static func notice() throws(CloudError) -> String? {
    let own = CloudCatalog.current.own
    guard own != .none else { return nil }
    let recipes = try Self.recipes(of: own).count
    let parts = [
      (try own.rules().count, "files of rules"), (recipes, "recipes"),
      (try own.lexicon().count, "files of words"),
      (own.prices == nil ? 0 : 1, "folder of prices"), (try own.priceModels().count, "files of price models"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : "Knowledge of your own is in play: \(parts.joined(separator: ", "))"
  }

  private static func recipes(of own: OwnKnowledge) throws(CloudError) -> [String] {
    var found: [String] = []
    for cloud in CloudCatalog.current.clouds { found += try own.recipes(of: cloud.recipePrefix) }
    return found
  }

  /// Adds folders of rules for the rest of the program.
  package static func add(rules folders: [String]) throws(CloudError) {
    try CloudCatalog.add(ruleFolders: folders.map { URL(filePath: $0) })
  }

  /// Holds rules against their own cases.
  /// - Parameter paths: files and folders of rules; none for what lies beside the crew file.
  /// - Throws: `DiagnosticsError` with everything that is wrong in the files, `CloudError` where there is nothing to test.
  package func testRules(_ paths: [String]) throws -> [KnowledgeProof] {
    var files = paths.isEmpty ? try CloudCatalog.current.own.rules() : []
    for path in paths {
      var isFolder: ObjCBool = false
      let url = URL(filePath: path)
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      files +=
        exists && !isFolder.boolValue ? [url] : try OwnKnowledge(folder: nil, ruleFolders: [url]).rules()
    }
    guard !files.isEmpty else {
      throw CloudError(
        .unreadable, summary: "No rules to test",
        detail: "There is no *.hcl file in rules/ beside agents.yaml. Name a file or a folder.")
    }
    let own = try PolicyPack(own: files)
    let shipped = try PolicyPack.builtIn.get()
    return own.rules.map { rule in
      var faults = RuleProof(rule, in: own).faults
      if paths.isEmpty == false, shipped[rule.id] != nil {
        faults.append("A rule that ships has the same id.")
      }
      return KnowledgeProof(name: rule.id, faults: faults)
    }
  }

  /// Renders recipes by themselves for every priority and holds the files against every check there is here.
  /// - Parameter names: as `aws/vpc`; none for those beside the crew file.
  /// - Throws: `ExpertError` where the handbook cannot be read, `CloudError` where there is nothing to test.
  package func testRecipes(_ names: [String]) async throws -> [KnowledgeProof] {
    let own = try Self.recipes(of: CloudCatalog.current.own)
    let chosen = names.isEmpty ? own : names
    guard !chosen.isEmpty else {
      throw CloudError(
        .unreadable, summary: "No recipes to test",
        detail:
          "There is no recipes/PREFIX/NAME/recipe.yaml beside agents.yaml. Name a recipe, as PREFIX/NAME.")
    }
    let proof = try RecipeProof()
    let checks = try await ChecksFactory(installation: installation).make()
    var proofs: [KnowledgeProof] = []
    for name in chosen { proofs.append(try await test(name, proof: proof, checks: checks)) }
    return proofs
  }

  private func test(
    _ name: String, proof: RecipeProof, checks: ChecksFactory.Checks
  ) async throws -> KnowledgeProof {
    var faults: [String] = []
    for priority in AgentProfile.Priority.allCases {
      do throws(ExpertError) {
        let files = try proof.files(name, for: priority)
        if files.isEmpty { faults.append("\(priority.rawValue): it makes no file.") }
        let draft = Draft(
          label: "A", author: "proof", summary: "", decisions: [], files: files, confidence: 1)
        faults += await self.faults(of: draft, checks).map { "\(priority.rawValue): \($0)" }
      } catch {
        faults.append("\(priority.rawValue): \(error)")
      }
    }
    return KnowledgeProof(name: name, faults: faults)
  }

  private func faults(of draft: Draft, _ checks: ChecksFactory.Checks) async -> [String] {
    do {
      let evidence = try await checks.evidence.evidence(for: draft, brief: Brief(title: "", requirements: []))
      return evidence.validation.filter { $0.status == .failed }.map {
        "\($0.stage) (\($0.tool)): \($0.detail)"
      }
    } catch {
      return ["The checks cannot be run: \(error)"]
    }
  }
}
