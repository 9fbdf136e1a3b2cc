import Basics
import Experts
import Vocabulary

extension IntentBuilder {
  /// What shows a component: the checks of its words, else those of its recipe.
  func checks(of index: Int) throws(ExpertError) -> [CheckTemplate] {
    let component = components[index]
    return component.checks.isEmpty ? try book.recipe(component.recipe).checks : component.checks
  }

  /// The types that show a component; none for objects of a cluster, whose relations are others.
  func types(of index: Int) throws(ExpertError) -> [String] {
    guard !RecipeBook.isForManifests(components[index].recipe) else { return [] }
    return try checks(of: index).flatMap(\.types)
  }

  /// All components that the same words ask for.
  func group(of index: Int) -> [Int] {
    groups.first { $0.contains(index) } ?? [index]
  }

  /// "PostgreSQL database: " or nothing where the component has no words of its own.
  func subject(of index: Int) -> String {
    guard !components[index].words.isEmpty, let span = components[index].spans.first else { return "" }
    return "\(request.words(span)): "
  }

  /// What a parameter's value has to show in the resource graph.
  func checks(_ parameter: Parameter, of index: Int) throws(ExpertError) -> [ResourceExpectation] {
    let setting = components[index].settings[parameter.name]
    let context = try context(of: index, relation: setting?.relation ?? "=")
    var expectations: [ResourceExpectation] = []
    for check in parameter.checks { expectations.append(try check.expectation(context)) }
    return expectations
  }

  /// As of one, for each of several: of those with a name the one that bears it, of others as many as there are.
  func checks(_ parameter: Parameter, of indices: [Int]) throws(ExpertError) -> [ResourceExpectation] {
    guard let first = indices.first else { return [] }
    let isOne = components.count { $0.recipe == components[first].recipe } == 1
    var all: [ResourceExpectation] = []
    for index in indices {
      for var expectation in try checks(parameter, of: index) {
        if !isOne, let name = components[index].name ?? components[index].alias, expectation.maximum != 0 {
          let own = "about(\"\(Identifier.label(name))\")"
          // Of the others nothing is said.
          if expectation.each == true, let condition = expectation.condition {
            all.append(
              ResourceExpectation(
                types: expectation.types, condition: "!\(own) || (\(condition))", each: true))
            expectation.each = nil
          }
          expectation.narrow(to: own)
        } else if indices.count > 1, expectation.minimum == 1 {
          expectation.minimum = indices.count
        }
        if !all.contains(expectation) { all.append(expectation) }
      }
    }
    return all
  }

  /// The component's parameters as the request sets them, with the recipe's own values elsewhere.
  func context(of index: Int, relation: String = "=") throws(ExpertError) -> JSONValue {
    let component = components[index]
    return CheckContext(
      try book.recipe(component.recipe), values: component.settings.mapValues(\.value), name: component.name,
      noun: component.noun, relation: relation
    ).json
  }
}
