import Basics
import ModelContext
import Services

/// What a tool is to look at: something below the server's folder, or texts that the caller sent.
struct SourceArgument: Sendable {
  private enum Kind {
    case path(String)
    case files(GivenFiles)
  }

  private let kind: Kind

  init(_ arguments: JSONValue, root: FolderRoot?) throws {
    switch (arguments["path"]?.string, arguments["files"]?.array) {
    case (let path?, nil):
      guard let root else {
        throw ToolFailure("Files of this server are not yours to name; send the texts as 'files'.")
      }
      kind = .path(try root.place(path))
    case (nil, let files?) where !files.isEmpty:
      kind = .files(
        try GivenFiles(
          files.compactMap { file in
            guard let path = file["path"]?.string, let content = file["content"]?.string else { return nil }
            return GivenFiles.File(path: path, content: content)
          }))
    default: throw ToolFailure("Give either 'path' or 'files'.")
    }
  }

  /// Does the work on it. Where texts were sent, nothing in the result names the folder they lay in.
  func read(_ body: (String) async throws -> JSONValue) async throws -> JSONValue {
    switch kind {
    case .path(let path): return try await body(path)
    case .files(let files):
      return try await files.laid { path, folder in
        do {
          return Self.without(folder, in: try await body(path))
        } catch let error as Diagnostic {
          throw ToolFailure(Self.without(folder, in: "\(error)"))
        } catch let error as DiagnosticsError {
          throw ToolFailure(Self.without(folder, in: "\(error)"))
        }
      }
    }
  }

  private static func without(_ folder: String, in text: String) -> String {
    // Paths inside configurations are written without the first slash.
    [folder, String(folder.dropFirst())].reduce(text) { text, folder in
      text.replacing("\(folder)/", with: "").replacing(folder, with: ".")
    }
  }

  private static func without(_ folder: String, in json: JSONValue) -> JSONValue {
    switch json {
    case .string(let text): .string(without(folder, in: text))
    case .array(let elements): .array(elements.map { without(folder, in: $0) })
    case .object(let members):
      .object(members.map { JSONMember(without(folder, in: $0.key), value: without(folder, in: $0.value)) })
    default: json
    }
  }
}
