import StrictYAML
import Foundation
import Testing
import Vocabulary

import Experts
@testable import Handbook

@Suite struct RecipeTests {
  private static func intent(_ recipes: [String]) -> Intent {
    Intent(
      title: "Sample", components: recipes.map(component), attributes: [:], environment: nil,
      region: "eu-west-1",
      secondRegion: nil, words: ["upload"])
  }

  private static func component(_ recipe: String) -> Intent.Component {
    Intent.Component(recipe: recipe, name: nil, noun: nil, words: "", spans: [0..<1], settings: [:])
  }

  private static func files(
    _ recipes: [String], _ priority: AgentProfile.Priority, of book: RecipeBook? = nil
  ) throws -> [Artifact] {
    let book = try book ?? Handbook.shared().book
    var planner = Planner(book: book, intent: intent(recipes), priority: priority)
    return try Renderer(plan: try planner.plan(), book: book).files()
  }

  @Test func everyRecipeRendersByItselfForEveryPriority() throws {
    for book in try Handbook.all().map(\.book) {
      try Self.render(book)
    }
  }

  private static func render(_ book: RecipeBook) throws {
    for id in try book.identifiers() {
      for priority in AgentProfile.Priority.allCases {
        do {
          let files = try files([id], priority, of: book)
          #expect(!files.isEmpty, "\(id) \(priority)")
          for file in files where file.format == .kubernetes {
            let documents = try StrictYAML.documents(file.content, file: file.path)
            #expect(documents.allSatisfy { $0["kind"] != nil }, "\(id) \(priority)")
          }
        } catch {
          Issue.record("\(id) \(priority): \(error)")
        }
      }
    }
  }

  @Test(
    .enabled(
      if: TerraformFolder.isAvailable,
      "terraform or CONSILIUM_PROVIDER_MIRROR is missing: recipes are not validated with the real tool"))
  func everyRecipeIsFormattedAndValid() throws {
    let folder = try TerraformFolder()
    let recipes = try Handbook.shared().book.identifiers().filter { !$0.hasPrefix("k8s/") }
    var isReady = false
    for priority in AgentProfile.Priority.allCases {
      for file in try Self.files(recipes, priority) where file.path.hasSuffix(".tf") {
        try folder.write(file.content, to: "\(priority.rawValue)/\(file.path)")
      }
      let path = "\(priority.rawValue)/infrastructure"
      if isReady {
        let lock = ".terraform.lock.hcl"
        let first = AgentProfile.Priority.allCases[0].rawValue
        try FileManager.default.copyItem(
          at: folder.root.appendingPathComponent("\(first)/infrastructure/\(lock)"),
          to: folder.root.appendingPathComponent("\(path)/\(lock)"))
      } else {
        let ready = try folder.run(["init", "-backend=false", "-input=false", "-no-color"], in: path)
        #expect(ready.succeeded, "\(ready.output)")
        isReady = true
      }
      let format = try folder.run(["fmt", "-check", "-diff", "-no-color"], in: path)
      #expect(format.succeeded, "\(priority): \(format.output)")
      let validation = try folder.run(["validate", "-no-color"], in: path)
      #expect(validation.succeeded, "\(priority): \(validation.output)")
    }
    try folder.remove()
  }
}
