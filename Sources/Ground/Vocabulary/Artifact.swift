/// One file of a draft or bundle. `path` is relative, with `/`, below `infrastructure/` or `manifests/`.
package struct Artifact: Hashable, Sendable, Codable {
  package enum Kind: String, Sendable, Codable {
    case opentofu, kubernetes, report
  }

  package var path: String
  package var content: String

  package init(path: String, content: String) {
    self.path = path
    self.content = content
  }

  package var kind: Kind {
    if path.hasPrefix("infrastructure/") { return .opentofu }
    return path.hasPrefix("manifests/") ? .kubernetes : .report
  }
}
