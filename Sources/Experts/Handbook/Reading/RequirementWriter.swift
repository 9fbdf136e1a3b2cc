import Experts
import Basics
import Vocabulary

/// Writes a requirement for each wish, with what has to be in the resource graph for it.
struct RequirementWriter {
  let builder: IntentBuilder

  func write(into ledger: inout BriefBuilder) throws(ExpertError) {
    let counts = try ComponentCounts(builder)
    for group in builder.groups {
      guard let first = group.first else { continue }
      let component = builder.components[first]
      let recipe = try builder.book.recipe(component.recipe)
      for index in group {
        for part in builder.components[index].parts {
          try write(part, of: index, recipe: recipe, into: &ledger)
        }
      }
      let spans = places(of: component)
      if !component.words.isEmpty, !spans.isEmpty {
        let expectations = counts.expectations(of: first) + (try characteristics(of: group, recipe: recipe))
        ledger.require(
          component.words, at: spans, expectations: expectations, kind: .exists, gap: counts.gap(of: first))
      }
      for index in group { try name(index, recipe: recipe, spans: spans, into: &ledger) }
    }
  }

  /// What the words say beside that something is there: no line is met of which a word is not.
  private func characteristics(of group: [Int], recipe: Recipe) throws(ExpertError) -> [ResourceExpectation] {
    guard let first = group.first else { return [] }
    let component = builder.components[first]
    var expectations: [ResourceExpectation] = []
    for parameter in recipe.parameters where parameter.fact != "count" {
      guard let setting = component.settings[parameter.name] else { continue }
      let isSaid =
        setting.words.isEmpty
        ? component.characteristics.contains(parameter.name)
        : " \(component.words) ".contains(" \(setting.words) ")
      if isSaid { expectations += try builder.checks(parameter, of: group) }
    }
    return expectations
  }

  /// All places that speak of the component, the first with what stands before it.
  private func places(of component: Intent.Component) -> [Range<Int>] {
    guard let first = component.spans.first else { return [] }
    let start = min(component.start, first.lowerBound)
    let lead = (component.words.isEmpty ? first.lowerBound : start)..<first.lowerBound
    return [first] + component.spans.dropFirst() + builder.plain(lead)
  }

  private func write(
    _ part: Intent.Part, of index: Int, recipe: Recipe, into ledger: inout BriefBuilder
  ) throws(ExpertError) {
    let context = try builder.context(of: index)
    var expectations: [ResourceExpectation] = []
    for check in part.checks { expectations.append(try check.expectation(context)) }
    if let count = part.count {
      for index in expectations.indices where expectations[index].maximum == nil {
        (expectations[index].minimum, expectations[index].maximum) = (count, count)
      }
    }
    if let owners = part.owners, let own = part.ownCheck {
      for index in expectations.indices {
        expectations[index].narrow(to: own)
        expectations[index].minimum = owners
      }
    }
    for check in part.parameter.flatMap({ recipe.parameter($0)?.checks }) ?? [] {
      expectations.append(try check.expectation(context))
    }
    // What is said of one of several is shown by that one.
    let bearer = builder.components[index]
    let isOneOfSeveral = builder.group(of: index).count > 1 || bearer.alias != nil
    if part.parameter != nil, isOneOfSeveral, let name = bearer.name ?? bearer.alias {
      let own = "about(\"\(Identifier.label(name))\")"
      for place in expectations.indices {
        expectations[place].narrow(to: own)
        // Of that one there are not two.
        if expectations[place].minimum == 1 { expectations[place].maximum = expectations[place].maximum ?? 1 }
      }
    }
    ledger.require(part.words, at: [part.span], expectations: expectations, kind: .exists)
  }

  private func name(
    _ index: Int, recipe: Recipe, spans: [Range<Int>], into ledger: inout BriefBuilder
  ) throws(ExpertError) {
    guard let name = builder.components[index].name else { return }
    let named = try builder.context(of: index)
    var expectations: [ResourceExpectation] = []
    for check in recipe.nameChecks { expectations.append(try check.expectation(named)) }
    if expectations.isEmpty, !recipe.types.isEmpty {
      let text = name.filter { $0 != "\"" && $0 != "\\" && $0 != "$" && $0 != "%" }
      expectations = [ResourceExpectation(types: recipe.types, condition: "has_value(\"\(text)\")")]
    }
    let span = builder.nameSpans[index].map { [$0] } ?? spans
    ledger.require(
      "\(builder.subject(of: index))named '\(name)'", at: span, expectations: expectations, kind: .naming)
  }
}
