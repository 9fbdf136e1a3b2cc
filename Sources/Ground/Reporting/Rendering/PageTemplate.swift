import Basics
import FoundationEssentials
import Templates

import class Foundation.Bundle

/// The templates of this room.
enum PageTemplate {
  /// A report as Markdown; every value stays text.
  /// - Parameters:
  ///   - name: of the file, without `.mustache`.
  ///   - names: members that the template puts where Markdown reads no marks.
  static func markdown(_ name: String, _ values: JSONValue, sparing names: Set<String> = []) throws -> String
  {
    try named(name, .text).render(values.escapedForMarkdown(sparing: names))
  }

  /// A report as one self-contained page, in the look that all pages share.
  /// - Parameter name: of the file, without `.mustache`.
  static func html(_ name: String, _ values: JSONValue) throws -> String {
    let style = JSONMember("style", .string(try file("page.css")))
    return try named(name, .html).render(.object((values.object ?? []) + [style]))
  }

  /// - Parameter name: of the file, without `.mustache`.
  static func named(_ name: String, _ type: Template.ContentType) throws -> Template {
    try Template(try file("\(name).mustache"), file: name, contentType: type)
  }

  private static func file(_ name: String) throws -> String {
    try String(contentsOf: Bundle.module.bundleURL.appending(path: "Templates/\(name)"), encoding: .utf8)
  }
}
