import Basics
import Digests
import FoundationEssentials
import SafeFiles
import StrictYAML

/// A crew with its prompts, as loaded from a folder. Loading runs no code.
package struct CrewFile: Sendable {
  package var crew: Crew
  /// By name.
  package var prompts: [String: Prompt]
  /// What the file says of providers and models.
  package var models: [ModelDefinition] = []
  /// Other programs and addresses whose tools its agents may be given.
  package var servers: [ToolServerDefinition] = []
  /// What the file says and nobody heeds, because whoever asks could write it, a sentence each.
  package var unheeded: [String] = []

  /// Bytes of a crew file or a prompt; a longer one is refused.
  private static let longest = 1 << 20
  /// Files of prompts; a folder with more is refused.
  private static let mostPrompts = 1000

  /// Reads `agents.yaml` and the `prompts/` folder beside it.
  /// - Parameters:
  ///   - path: of the crew file, as the person gave it; messages name it so.
  /// - Throws: `DiagnosticsError` with every mistake and its `file:line:column`.
  package static func load(_ path: String) throws(DiagnosticsError) -> CrewFile {
    let text = try read(path)
    let folder = URL(filePath: path).deletingLastPathComponent().appending(path: "prompts")
    let display = path.contains("/") ? String(path[...(path.lastIndex(of: "/") ?? path.startIndex)]) : ""
    return try load(text, file: path, prompts: try promptTexts(folder), promptFolder: "\(display)prompts")
  }

  /// The texts of the prompts of a folder, by their paths in it.
  static func promptTexts(_ folder: URL) throws(DiagnosticsError) -> [(name: String, text: String)] {
    var contents: [(name: String, text: String)] = []
    for file in try promptFiles(folder) {
      contents.append((file, try read(folder.appending(path: file).path(percentEncoded: false))))
    }
    return contents
  }

  /// As `load(_:)`, from texts.
  package static func load(
    _ text: String, file: String, prompts: [(name: String, text: String)], promptFolder: String = "prompts"
  ) throws(DiagnosticsError) -> CrewFile {
    let loaded = try Self.prompts(prompts, folder: promptFolder)
    let root: YAMLNode
    do {
      root = try StrictYAML.document(text, file: file)
    } catch {
      throw DiagnosticsError([error])
    }
    var reader = CrewReader(file: file)
    let read = try reader.crew(root, digest: digest([text], prompts: prompts))
    return CrewFile(
      crew: read.crew, prompts: loaded, models: read.models, servers: read.servers,
      unheeded: root["crew"]?["approvals"] == nil ? [] : [approvalsAreElsewhere])
  }

  static func prompts(
    _ texts: [(name: String, text: String)], folder: String
  ) throws(DiagnosticsError) -> [String: Prompt] {
    var prompts: [String: Prompt] = [:]
    for (name, text) in texts {
      let key = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
      prompts[key] = try PromptReader.prompt(text, name: key, file: "\(folder)/\(name)")
    }
    return prompts
  }

  /// Of everything that shapes what a crew says.
  static func digest(_ texts: [String], prompts: [(name: String, text: String)]) -> String {
    let parts = texts + prompts.sorted { $0.name < $1.name }.flatMap { [$0.name, $0.text] }
    return Digest(of: parts.joined(separator: "\u{0}")).hexadecimal
  }

  static func read(_ path: String) throws(DiagnosticsError) -> String {
    let bytes: [UInt8]
    do {
      bytes = try PlainFile(path).contents(limit: longest)
    } catch {
      let detail =
        error.code == .missing
        ? "There is no file here that can be read. `consilium init` writes a crew to start from."
        : error.detail
      throw DiagnosticsError([
        Diagnostic(
          code: "crew.cannot-read", summary: "File cannot be read", detail: detail,
          range: SourceRange(file: path))
      ])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DiagnosticsError([
        Diagnostic(
          code: "crew.not-text", summary: "File is not text", detail: "The file is not valid UTF-8.",
          range: SourceRange(file: path))
      ])
    }
    return text
  }

  static let approvalsAreElsewhere =
    "'approvals:' of a crew file is not heeded, because whoever asks could write it: it belongs into ~/.config/consilium/consilium.yaml or /etc/consilium/consilium.yaml."

  /// Markdown files below the folder, two levels deep, sorted.
  private static func promptFiles(_ folder: URL) throws(DiagnosticsError) -> [String] {
    let path = folder.path(percentEncoded: false)
    do {
      let top = try FileManager.default.contentsOfDirectory(atPath: path)
      let nested = try top.flatMap { name -> [String] in
        var isFolder = false
        guard FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder), isFolder
        else {
          return [name]
        }
        return try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(name)").map { "\(name)/\($0)" }
      }
      let found = nested.filter { $0.hasSuffix(".md") }.sorted()
      guard found.count <= mostPrompts else {
        throw DiagnosticsError([
          Diagnostic(
            code: "crew.too-many-prompts", summary: "Too many prompts",
            detail: "The folder has \(found.count) files; a crew has at most \(mostPrompts).",
            range: SourceRange(file: path))
        ])
      }
      return found
    } catch let error as DiagnosticsError {
      throw error
    } catch {
      throw DiagnosticsError([
        Diagnostic(
          code: "crew.no-prompts", summary: "No prompts folder",
          detail: "A folder 'prompts' with the crew's prompts is expected beside the crew file.",
          range: SourceRange(file: path))
      ])
    }
  }
}
