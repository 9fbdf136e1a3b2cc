import Experts
import Basics
import Templates
import Vocabulary

/// Writes a plan's files. Equal blocks that two components bring are written once.
struct Renderer {
  let plan: DraftPlan
  let book: RecipeBook

  func files() throws(ExpertError) -> [Artifact] {
    let contexts = ComponentContext(plan: plan, book: book)
    var sheets = DraftFileBuilder()
    for index in order() {
      let context = try contexts.full(index)
      for file in plan.components[index].recipe.files {
        let text = try render(file.template, context: context)
        sheets.add(text, to: path(file.name, component: plan.components[index]))
      }
    }
    for connection in plan.connections {
      let context = JSONValue.object([
        JSONMember("from", value: try contexts.full(connection.from)),
        JSONMember("to", value: try contexts.full(connection.to)),
      ])
      for file in connection.link.files {
        sheets.add(
          try render(file.template, context: context),
          to: path(file.name, component: plan.components[connection.from]))
      }
    }
    return sheets.artifacts
  }

  private func render(_ template: Template, context: JSONValue) throws(ExpertError) -> String {
    do {
      return try template.render(context)
    } catch {
      throw HandbookData.broken(error)
    }
  }

  private func path(_ name: String, component: DraftPlan.Component) -> String {
    if let format = component.recipe.format {
      return format.path(of: format.folder.isEmpty ? format.mainFile : name)
    }
    let format = ArtifactFormat.named(by: name) ?? .openTofu
    let folder = component.recipe.folder.isEmpty ? "" : "\(component.recipe.folder)/"
    guard format != .openTofu, let ending = format.endings.first(where: name.hasSuffix) else {
      return format.path(of: folder + name)
    }
    if component.recipe.isSingleton { return format.path(of: folder + name) }
    // Objects of several components may be of one recipe: their files are told apart by the component.
    let slug = Identifier.slug(component.name ?? component.label)
    return format.path(of: "\(folder)\(name.dropLast(ending.count))-\(slug)\(ending)")
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
