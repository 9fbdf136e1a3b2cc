import Basics

/// The reference of commands, from what the programs say of themselves.
struct CommandPage {
  let commands: [JSONValue]

  var text: String {
    """
    # Commands

    <!-- Made from the programs' own help by the tests; CONSILIUM_RECORD=1 writes it anew. -->

    \(commands.map { section($0, path: "", depth: 2) }.joined())
    """
  }

  private func section(_ command: JSONValue, path: String, depth: Int) -> String {
    guard let name = command["commandName"]?.string, name != "help" else { return "" }
    let full = path.isEmpty ? name : "\(path) \(name)"
    let arguments = (command["arguments"]?.array ?? []).filter { argument in
      argument["shouldDisplay"]?.bool == true
        && !["help", "version"].contains(argument["valueName"]?.string ?? "")
    }
    var text = "\(String(repeating: "#", count: min(depth, 4))) \(full)\n\n"
    if let abstract = command["abstract"]?.string { text += "\(Self.escaped(abstract))\n\n" }
    if !arguments.isEmpty {
      text += "| argument | does |\n|---|---|\n" + arguments.map(row).joined() + "\n"
    }
    if let discussion = command["discussion"]?.string, !discussion.isEmpty {
      text += "```text\n\(discussion)\n```\n\n"
    }
    let below = (command["subcommands"]?.array ?? []).sorted {
      ($0["commandName"]?.string ?? "") < ($1["commandName"]?.string ?? "")
    }
    return text + below.map { section($0, path: full, depth: depth + 1) }.joined()
  }

  private func row(_ argument: JSONValue) -> String {
    let value = argument["valueName"]?.string ?? ""
    let repeats = argument["isRepeating"]?.bool == true ? "…" : ""
    let names = (argument["names"]?.array ?? []).compactMap { name -> String? in
      name["name"]?.string.map { name["kind"]?.string == "short" ? "-\($0)" : "--\($0)" }
    }
    let form =
      switch argument["kind"]?.string {
      case "positional": "<\(value)>"
      case "flag": names.joined(separator: ", ")
      default: "\(names.joined(separator: ", ")) <\(value)>"
      }
    let fallback = argument["defaultValue"]?.string.map { " (otherwise `\($0)`)" } ?? ""
    return "| `\(form)\(repeats)` | \(Self.escaped(argument["abstract"]?.string ?? ""))\(fallback) |\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "\\<").replacing("\n", with: " ")
  }
}
