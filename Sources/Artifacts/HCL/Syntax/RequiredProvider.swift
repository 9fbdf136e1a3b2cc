import Basics

/// One entry of `required_providers`: `{ source = "…", version = "…" }`, or a version alone as the language of 0.12 had it.
package struct RequiredProvider: Hashable, Sendable {
  /// The name by which the module calls the provider.
  package let name: String
  /// As it is written; nil where none is, or none that is a plain text.
  package let source: String?
  /// What the module takes, as it is written; nil where it says nothing.
  package let version: String?
  /// Where the version is written, quotes included.
  package let versionRange: SourceRange?

  package init(_ attribute: Attribute) {
    name = attribute.name
    var members: [String: HCLExpression] = [:]
    if case .object(let items) = attribute.value.kind {
      for item in items { if let key = item.literalKey, members[key] == nil { members[key] = item.value } }
    } else {
      members["version"] = attribute.value
    }
    source = members["source"]?.literalString
    version = members["version"]?.literalString
    versionRange = version == nil ? nil : members["version"]?.range
  }
}

extension [Block] {
  /// The entries of the `required_providers` blocks in these `terraform` blocks.
  package var requiredProviders: [RequiredProvider] {
    flatMap { $0.body.blocks("required_providers") }.flatMap { $0.body.attributes.map(RequiredProvider.init) }
  }
}
