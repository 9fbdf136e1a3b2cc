import Basics

/// What a server or a client calls itself.
package struct ProgramIdentity: Sendable, Hashable {
  package var name: String
  package var title: String
  package var version: String

  package init(name: String, title: String, version: String) {
    self.name = name
    self.title = title
    self.version = version
  }

  package var json: JSONValue {
    ["name": .string(name), "title": .string(title), "version": .string(version)]
  }
}
