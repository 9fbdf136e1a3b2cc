import Basics
import FoundationEssentials

/// The files of this room: tools, prompts and the page of results, as data.
enum AssistantFile {
  static func text(_ name: String) throws -> String {
    try String(
      contentsOf: ProgramData.folder(of: "Assistants").appending(path: "Data/\(name)"), encoding: .utf8)
  }

  static func json(_ name: String) throws -> JSONValue { try JSONValue(parsing: try text(name)) }
}
