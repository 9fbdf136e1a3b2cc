import Experts

/// Names the whole in a few words, from the request's own.
struct TitleMaker {
  let builder: IntentBuilder
  /// What stands for the whole where no recipe builds any of it.
  var composed: String?

  func title() throws(ExpertError) -> String {
    if let pattern = builder.patterns.first { return Self.capital(pattern.mention.words) }
    var words: [String] = []
    for group in builder.groups {
      guard let index = group.first else { continue }
      let component = builder.components[index]
      let recipe = try builder.book.recipe(component.recipe)
      let text = component.spans.first.map { builder.request.words($0) } ?? recipe.title.lowercased()
      if !words.contains(text) { words.append(text) }
    }
    let shown = words.prefix(2)
    guard let last = shown.last else { return composed ?? "Infrastructure" }
    return Self.capital(shown.count == 1 ? last : shown.dropLast().joined(separator: ", ") + " and " + last)
  }

  private static func capital(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
