import Experts
import Basics
import Templates

/// The values that templates see: the component's own parameters, what its slots expose, and who is linked to it.
struct ComponentContext {
  let plan: DraftPlan
  let book: RecipeBook

  /// Parameters, label and names, and `is.<parameter>.<value>` for every option;
  /// `has.<parameter>` is false for an empty text, zero and false.
  func base(_ index: Int) throws(ExpertError) -> [JSONMember] {
    let component = plan.components[index]
    let slug = Identifier.slug(component.name ?? component.label)
    var members: [JSONMember] = [
      JSONMember("label", value: .string(component.label)),
      JSONMember("slug", value: .string(slug)),
      JSONMember("named", value: .bool(component.name != nil)),
      JSONMember("name", value: .string(component.name ?? slug)),
      JSONMember("text_name", value: .string(component.name ?? "${var.name}-\(slug)")),
      JSONMember(
        "full_name", value: .string(component.name.map { "\"\($0)\"" } ?? "\"${var.name}-\(slug)\"")),
      JSONMember("title", value: .string(plan.title)),
      JSONMember("project", value: .string(plan.project)),
      JSONMember("region", value: .string(plan.region)),
      JSONMember("environment", value: .string(plan.environment)),
      JSONMember(
        "tags",
        value: .array(plan.tags.map { ["key": .string($0.key), "value": .string($0.value)] })),
      JSONMember("second_region", value: plan.secondRegion.map { .string($0) } ?? .null),
    ]
    var tests: [JSONMember] = []
    var presence: [JSONMember] = []
    for parameter in component.recipe.parameters {
      let value = component.choices[parameter.name]?.value ?? parameter.defaultValue
      members.append(JSONMember(parameter.name, value: value))
      presence.append(JSONMember(parameter.name, value: .bool(Self.isPresent(value))))
      let answers = parameter.options.map { option in
        JSONMember(Self.word(option.value), value: .bool(option.value == value))
      }
      tests.append(JSONMember(parameter.name, value: .object(answers)))
    }
    members.append(JSONMember("is", value: .object(tests)))
    members.append(JSONMember("has", value: .object(presence)))
    return members
  }

  /// What others may say about the component: its base and its exposed expressions.
  func exposed(_ index: Int) throws(ExpertError) -> JSONValue {
    var members = try base(index)
    let context = JSONValue.object(members)
    do {
      for entry in plan.components[index].recipe.exposes {
        members.append(JSONMember(entry.name, value: .string(try entry.template.render(context))))
      }
    } catch {
      throw HandbookData.broken(error)
    }
    return .object(members)
  }

  /// Everything that the component's own templates see. Within a section over links a bare name is the other's, so the
  /// component's own values stand under `self` as well.
  func full(_ index: Int) throws(ExpertError) -> JSONValue {
    guard var members = try exposed(index).object else { return .null }
    let component = plan.components[index]
    members.append(JSONMember("self", value: .object(members)))
    for need in component.recipe.needs {
      let value = try component.slots[need.slot].map { slot throws(ExpertError) in try exposed(slot) }
      members.append(JSONMember(need.slot, value: value ?? .null))
    }
    members.append(JSONMember("incoming", value: try links { $0.to == index ? $0.from : nil }))
    members.append(JSONMember("outgoing", value: try links { $0.from == index ? $0.to : nil }))
    return .object(members)
  }

  private func links(_ other: (DraftPlan.Connection) -> Int?) throws(ExpertError) -> JSONValue {
    var members: [JSONMember] = []
    for link in book.links {
      var values: [JSONValue] = []
      for connection in plan.connections where connection.link.id == link.id {
        if let index = other(connection) { values.append(try exposed(index)) }
      }
      members.append(JSONMember(link.id, value: .array(values)))
    }
    return .object(members)
  }

  private static func isPresent(_ value: JSONValue) -> Bool {
    switch value {
    case .null, .bool(false), .string(""), .integer(0), .array([]): false
    default: true
    }
  }

  /// An option's value as a name in a template.
  static func word(_ value: JSONValue) -> String {
    let text = value.string ?? value.compact
    return text.replacing("-", with: "_").replacing(".", with: "_")
  }
}
