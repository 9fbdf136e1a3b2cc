import Basics
import Experts
import Vocabulary

/// Recipes rendered by themselves for every priority, as what ships is proved.
package struct RecipeProof: Sendable {
  /// By recipe, the book of the cloud that it is of.
  private let books: [String: RecipeBook]

  /// - Throws: `ExpertError` with code `.failed` where the handbook's data cannot be read.
  package init() throws(ExpertError) {
    var books: [String: RecipeBook] = [:]
    for handbook in try Handbook.all() {
      for id in try handbook.book.identifiers() where books[id] == nil { books[id] = handbook.book }
    }
    self.books = books
  }

  /// Every recipe, as `aws/vpc`, in order.
  package func recipes() -> [String] { books.keys.sorted() }

  /// The files of a draft of one recipe alone.
  /// - Throws: `ExpertError` where the recipe cannot be read or a template asks for what is not there.
  package func files(_ recipe: String, for priority: AgentProfile.Priority) throws(ExpertError) -> [Artifact]
  {
    guard let book = books[recipe] else {
      throw ExpertError(
        .unknownName, summary: "No such recipe", detail: "There is no recipe '\(recipe)' in any pack.")
    }
    let component = Intent.Component(
      recipe: recipe, name: nil, noun: nil, words: "", spans: [0..<1], settings: [:])
    let intent = Intent(
      title: "Sample", components: [component], attributes: [:], environment: nil, region: nil,
      secondRegion: nil, words: [])
    var planner = Planner(book: book, intent: intent, priority: priority)
    return try Renderer(plan: try planner.plan(), book: book).files()
  }
}
