import Basics
import LanguageModels

/// Which tools of other servers a step is told of: those whose words have most in common with the step's, as many as fit.
/// A server with many tools must not fill a model's context.
struct ToolSelection {
  /// Tokens of all their definitions together, for one call of a model.
  static let limit = 2_000

  /// A tool as it would be told.
  private let candidates: [(tool: any AgentTool, told: ModelTool)]

  init(_ candidates: [(tool: any AgentTool, told: ModelTool)]) {
    self.candidates = candidates
  }

  /// - Parameter words: what the step is about.
  /// - Returns: in the order they were given.
  func chosen(for words: String) -> [ModelTool] {
    let asked = Self.terms(words)
    let ranked = candidates.enumerated().map { index, candidate in
      (index: index, score: Self.score(candidate.told, asked: asked))
    }.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
    var room = Self.limit
    var kept: Set<Int> = []
    for (index, _) in ranked {
      let size = Self.tokens(candidates[index].told)
      guard size <= room else { continue }
      room -= size
      kept.insert(index)
    }
    return candidates.indices.filter(kept.contains).map { candidates[$0].told }
  }

  static func tokens(_ tool: ModelTool) -> Int {
    TokenEstimate.likely(tool.name + tool.description + tool.parameters.compact)
  }

  /// Words in the name count more than those of the description.
  private static func score(_ tool: ModelTool, asked: Set<String>) -> Int {
    3 * terms(tool.name).intersection(asked).count + terms(tool.description).intersection(asked).count
  }

  private static func terms(_ text: String) -> Set<String> {
    Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }
        .map { $0.hasSuffix("s") && $0.count > 3 ? String($0.dropLast()) : String($0) })
  }
}
