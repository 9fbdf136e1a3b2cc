import Experts
import Basics
import Vocabulary

/// Writes a requirement for each wish, with what has to be in the resource graph for it.
struct RequirementWriter {
  let builder: IntentBuilder

  func write(into ledger: inout Ledger) throws(ExpertError) {
    var seen: [String: Int] = [:]
    for group in builder.groups {
      guard let first = group.first else { continue }
      let component = builder.components[first]
      let recipe = try builder.book.recipe(component.recipe)
      let context = try builder.context(of: first)
      for part in component.parts {
        var expectations: [ResourceExpectation] = []
        let counted = part.parameter.flatMap { recipe.parameter($0)?.checks } ?? []
        for check in part.checks + counted { expectations.append(try check.expectation(context)) }
        ledger.require(part.words, at: part.at, expectations)
      }
      let place = component.spans.first?.lowerBound ?? 0
      if !component.words.isEmpty {
        var expectations: [ResourceExpectation] = []
        for check in recipe.checks {
          let key = "\(component.recipe) \(try check.expectation(context).condition ?? "")"
          let earlier = seen[key, default: 0]
          var expectation = try check.expectation(context, earlier: earlier)
          expectation.minimum += group.count - 1
          seen[key] = expectation.minimum
          expectations.append(expectation)
        }
        ledger.require(component.words, at: place, expectations)
      }
      for index in group {
        guard let name = builder.components[index].name, !recipe.nameChecks.isEmpty else { continue }
        let named = try builder.context(of: index)
        var expectations: [ResourceExpectation] = []
        for check in recipe.nameChecks { expectations.append(try check.expectation(named)) }
        ledger.require("\(builder.subject(of: index))named '\(name)'", at: place, expectations)
      }
    }
  }
}
