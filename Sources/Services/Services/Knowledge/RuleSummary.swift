import Basics
import Policies
import Vocabulary

/// A rule of policy as people read it.
package struct RuleSummary: Sendable, Codable {
  package var id: String
  package var title: String
  package var severity: String
  package var category: String
  package var types: [String]
  package var why: String
  package var advice: String
  package var references: [String]

  init(_ rule: Rule) {
    id = rule.id
    title = rule.title
    severity = rule.severity.rawValue
    category = rule.category.rawValue
    types = rule.types
    why = rule.why
    advice = rule.advice
    references = rule.references
  }
}

extension KnowledgeService {
  /// Every rule in play, by id.
  /// - Throws: `DiagnosticsError` where one of them cannot be read.
  package static func rules() throws -> [RuleSummary] {
    try PolicyPack.builtIn.get().rules.map(RuleSummary.init).sorted { $0.id < $1.id }
  }
}
