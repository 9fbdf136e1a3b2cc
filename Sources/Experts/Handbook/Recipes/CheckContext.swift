import Basics
import Experts

/// The values that checks see of a component: its parameters, `is.<parameter>.<value>` for every option, its names, and how a
/// number binds: `equals` where nothing else is said, `at_least` where more is as good.
struct CheckContext {
  let recipe: Recipe
  /// Where the recipe's own value does not hold.
  let values: [String: JSONValue]
  /// The name that the request gives.
  let name: String?
  /// A word to speak of it where it has no name.
  let noun: String?
  /// How the request's number binds, `=` where it says nothing.
  let relation: String

  init(
    _ recipe: Recipe, values: [String: JSONValue], name: String? = nil, noun: String? = nil,
    relation: String = "="
  ) {
    self.recipe = recipe
    self.values = values
    self.name = name
    self.noun = noun
    self.relation = relation
  }

  var json: JSONValue {
    let slug = Identifier.slug(name ?? noun ?? recipe.noun)
    var members: [JSONMember] = [
      JSONMember("name", value: .string(name ?? slug)), JSONMember("slug", value: .string(slug)),
      JSONMember("named", value: .bool(name != nil)),
      JSONMember("equals", value: .string(relation == "=" ? "==" : relation)),
      JSONMember("at_least", value: .string(relation == "=" ? ">=" : relation)),
    ]
    var tests: [JSONMember] = []
    for parameter in recipe.parameters {
      let value = values[parameter.name] ?? parameter.defaultValue
      members.append(JSONMember(parameter.name, value: value))
      let answers = parameter.options.map { option in
        JSONMember(ComponentContext.word(option.value), value: .bool(option.value == value))
      }
      tests.append(JSONMember(parameter.name, value: .object(answers)))
    }
    return .object(members + [JSONMember("is", value: .object(tests))])
  }
}
