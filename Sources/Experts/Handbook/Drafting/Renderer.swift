import Experts
import Basics
import Templates
import Vocabulary

/// Writes a plan's files. Equal blocks that two components bring are written once.
struct Renderer {
  let plan: Plan
  let book: RecipeBook

  func files() throws(ExpertError) -> [Artifact] {
    let contexts = ComponentContext(plan: plan, book: book)
    var sheets = Sheets()
    for index in order() {
      let context = try contexts.full(index)
      for file in plan.components[index].recipe.files {
        let text = try render(file.template, context)
        sheets.add(text, to: path(file.name, plan.components[index]))
      }
    }
    for connection in plan.connections {
      let context = JSONValue.object([
        JSONMember("from", try contexts.full(connection.from)),
        JSONMember("to", try contexts.full(connection.to)),
      ])
      for file in connection.link.files {
        sheets.add(try render(file.template, context), to: path(file.name, plan.components[connection.from]))
      }
    }
    return sheets.artifacts
  }

  private func render(_ template: Template, _ context: JSONValue) throws(ExpertError) -> String {
    do {
      return try template.render(context)
    } catch {
      throw HandbookData.broken(error)
    }
  }

  private func path(_ name: String, _ component: Plan.Component) -> String {
    guard name.hasSuffix(".yaml") else { return "infrastructure/\(name)" }
    return "manifests/\(name.dropLast(5))-\(Identifier.slug(component.name ?? component.label)).yaml"
  }

  /// What is needed stands before what needs it.
  private func order() -> [Int] {
    var done: Set<Int> = []
    var order: [Int] = []
    func visit(_ index: Int) {
      guard done.insert(index).inserted else { return }
      for need in plan.components[index].recipe.needs {
        if let slot = plan.components[index].slots[need.slot] { visit(slot) }
      }
      order.append(index)
    }
    for index in plan.components.indices { visit(index) }
    return order
  }
}
