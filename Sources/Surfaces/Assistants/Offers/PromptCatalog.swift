import Basics
import ModelContext
import Templates

/// The prompts as `Data/prompts.json` has them, and the server's instructions.
struct PromptCatalog: Sendable {
  let instructions: String
  let definitions: [PromptDefinition]
  private let texts: [String: String]

  init() throws {
    let file = try AssistantFile.json("prompts.json")
    instructions = file["instructions"]?.string ?? ""
    var texts: [String: String] = [:]
    definitions = (file["prompts"]?.array ?? []).compactMap { prompt in
      guard let name = prompt["name"]?.string, let text = prompt["text"]?.string else { return nil }
      texts[name] = text
      return PromptDefinition(
        name: name, title: prompt["title"]?.string ?? name, description: prompt["description"]?.string ?? "",
        arguments: (prompt["arguments"]?.array ?? []).compactMap { argument in
          argument["name"]?.string.map {
            PromptDefinition.Argument(
              name: $0, description: argument["description"]?.string ?? "",
              isRequired: argument["required"]?.bool ?? false)
          }
        })
    }
    self.texts = texts
  }

  /// The text with what the person filled in; nil where there is no such prompt.
  func text(_ name: String, arguments: [String: String]) throws -> String? {
    guard let text = texts[name], let prompt = definitions.first(where: { $0.name == name }) else {
      return nil
    }
    let values = prompt.arguments.map { argument in
      // What was left out is false, which a template takes for not there.
      JSONMember(argument.name, value: arguments[argument.name].map(JSONValue.string) ?? .bool(false))
    }
    return try Template(text, file: "prompts.json", contentType: .text).render(.object(values))
  }
}
