import Basics
import Clouds
import Testing
import Vocabulary

import Experts
@testable import Handbook

/// The handbook's files agree with each other: a word that nothing answers to would be dropped in silence.
@Suite struct DataTests {
  private static let clouds = CloudCatalog.current.clouds.filter {
    !$0.isForManifests && CloudCatalog.current.hasRecipes($0.id)
  }

  private static func recipes(of cloud: Cloud) throws -> [Recipe] {
    let book = try Handbook.shared(of: cloud).book
    return try book.identifiers().map { try book.recipe($0) }
  }

  @Test(arguments: clouds) func wordsOfTheLexiconNameRecipesAndTheirParameters(_ cloud: Cloud) throws {
    let handbook = try Handbook.shared(of: cloud)
    for entry in handbook.reader.lexicon.entries {
      let wishes =
        entry.adds.map { ($0.recipe, $0.values, String?.none) }
        + (entry.recipe.map { [($0, entry.values, entry.countParameter)] } ?? [])
      #expect(!wishes.isEmpty)
      for (id, values, count) in wishes {
        let recipe = try handbook.book.recipe(id)
        for name in values.keys + [count].compactMap({ $0 }) {
          #expect(recipe.parameter(name) != nil, "\(id) has no parameter '\(name)'")
        }
      }
    }
  }

  @Test(arguments: clouds) func recipesReadFactsAndAttributesThatExist(_ cloud: Cloud) throws {
    let lexicon = try Handbook.shared(of: cloud).reader.lexicon
    let facts = Set(lexicon.facts.map(\.id) + ["count", "maximum", "scale-minimum", "schedule", "money"])
    let attributes = Set(lexicon.attributes.map(\.id))
    for recipe in try Self.recipes(of: cloud) {
      for parameter in recipe.parameters {
        if let fact = parameter.fact {
          #expect(facts.contains(fact), "\(recipe.id).\(parameter.name) reads '\(fact)'")
        }
        for attribute in parameter.attributes.keys {
          #expect(attributes.contains(attribute), "\(recipe.id).\(parameter.name) has '\(attribute)'")
        }
        if let kind = parameter.constraint?.kind { #expect(Constraint.Kind(rawValue: kind) != nil) }
      }
    }
    for attribute in lexicon.attributes {
      for other in attribute.opposes {
        #expect(attributes.contains(other), "\(attribute.id) opposes '\(other)'")
      }
      for other in [attribute.negation, attribute.beside].compactMap({ $0 }) {
        #expect(attributes.contains(other), "\(attribute.id) names '\(other)'")
      }
    }
  }

  @Test func everyAttributeIsTakenOrRestsOnTheWhole() throws {
    let lexicon = try Handbook.shared().reader.lexicon
    let taken = Set(
      try Self.clouds.flatMap(Self.recipes).flatMap { $0.parameters.flatMap { $0.attributes.keys } })
    let opposed = Set(lexicon.attributes.flatMap(\.opposes))
    for attribute in lexicon.attributes
    where attribute.constraint == nil && attribute.assume == nil && attribute.checks.isEmpty {
      if opposed.contains(attribute.id) { continue }
      #expect(taken.contains(attribute.id), "no recipe does anything with '\(attribute.id)'")
    }
  }

  @Test(arguments: clouds) func needsAndLinksFindWhoGivesThem(_ cloud: Cloud) throws {
    let book = try Handbook.shared(of: cloud).book
    let recipes = try Self.recipes(of: cloud)
    let given = Set(recipes.flatMap(\.provides))
    for (capability, id) in book.defaultProviders {
      #expect(try book.recipe(id).provides.contains(capability), "\(id) does not give '\(capability)'")
    }
    for recipe in recipes {
      for need in recipe.needs {
        #expect(
          book.defaultProviders[need.capability] != nil, "nothing gives '\(need.capability)' to \(recipe.id)")
        if let name = need.parameter {
          #expect(recipe.parameter(name) != nil, "\(recipe.id) needs '\(name)'")
        }
      }
      for demand in recipe.demands {
        #expect(recipe.needs.contains { $0.slot == demand.slot }, "\(recipe.id) demands of '\(demand.slot)'")
      }
    }
    for link in book.links {
      #expect(given.contains(link.from), "\(link.id) from '\(link.from)'")
      #expect(given.contains(link.to), "\(link.id) to '\(link.to)'")
    }
  }

  @Test(arguments: clouds) func choicesAreOrderedAndStandAmongTheirOptions(_ cloud: Cloud) throws {
    for recipe in try Self.recipes(of: cloud) {
      for parameter in recipe.parameters where !parameter.decides.isEmpty {
        #expect(!parameter.options.isEmpty, "\(recipe.id).\(parameter.name) decides without options")
        for priority in AgentProfile.Priority.allCases {
          let value = parameter.value(for: priority)
          #expect(
            parameter.option(value) != nil,
            "\(recipe.id).\(parameter.name): \(Parameter.text(value)) is not an option")
        }
        for option in parameter.options {
          #expect(parameter.value(of: Parameter.text(option.value)) == option.value)
          #expect((1...9).contains(option.harm))
        }
        for option in parameter.options.dropFirst() {
          #expect(!option.loses.isEmpty, "\(recipe.id).\(parameter.name) \(Parameter.text(option.value))")
        }
      }
    }
  }

  @Test(arguments: clouds) func everyRecipeThatCanBeAskedForHasACheck(_ cloud: Cloud) throws {
    let handbook = try Handbook.shared(of: cloud)
    for entry in handbook.reader.lexicon.entries {
      guard let id = entry.recipe else { continue }
      let recipe = try handbook.book.recipe(id)
      #expect(!recipe.checks.isEmpty, "\(id) has no check")
      let types = recipe.isKubernetes || recipe.types.contains(where: cloud.owns)
      #expect(types, "\(id) names no resource type")
    }
  }
}
