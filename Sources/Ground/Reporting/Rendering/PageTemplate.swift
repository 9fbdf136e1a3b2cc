import Basics
import FoundationEssentials
import Templates

/// The templates of this room.
enum PageTemplate {
  /// A report as Markdown; every value stays text.
  /// - Parameters:
  ///   - name: of the file, without `.mustache`.
  ///   - names: members that the template puts where Markdown reads no marks.
  static func markdown(_ name: String, values: JSONValue, sparing names: Set<String> = []) throws -> String {
    try named(name, type: .text).render(values.escapedForMarkdown(sparing: names))
  }

  /// A report as one self-contained page, in the look that all pages share.
  /// - Parameter name: of the file, without `.mustache`.
  static func html(_ name: String, values: JSONValue) throws -> String {
    let style = JSONMember("style", value: .string(try file("page.css")))
    return try named(name, type: .html).render(.object((values.object ?? []) + [style]))
  }

  /// - Parameter name: of the file, without `.mustache`.
  static func named(_ name: String, type: Template.ContentType) throws -> Template {
    try Template(try file("\(name).mustache"), file: name, contentType: type)
  }

  private static func file(_ name: String) throws -> String {
    try String(
      contentsOf: ProgramData.folder(of: "Reporting").appending(path: "Templates/\(name)"), encoding: .utf8)
  }
}
