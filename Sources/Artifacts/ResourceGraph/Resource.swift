import Basics
import HCL

/// One thing that exists once a configuration is applied: an instance of a resource, a data source, or a manifest.
package struct Resource: Hashable, Sendable {
  /// Where a resource comes from.
  package enum Kind: String, Hashable, Sendable, Codable {
    case managed, data
    /// An object of a Kubernetes API.
    case manifest
    /// A `provider`, `terraform`, `variable`, `output` or `module` block, so that rules can be about these too.
    case configuration
  }

  package var kind: Kind
  /// Unique in its graph: `aws_subnet.a[0]`, `data.aws_ami.x`, `Deployment/shop/web`.
  package var address: String
  package var type: String
  package var name: String
  /// The module it is in, with the dot behind: `module.net.`; empty for those of the configuration itself.
  package var modulePrefix = ""
  /// The number or key of an instance made by `count` or `for_each`.
  package var key: Value?
  /// The provider configuration, `aws` or `aws.west`; nil for manifests.
  package var provider: String?
  /// An object: arguments by name, nested blocks as lists of objects. What only apply can tell is unknown or absent.
  package var attributes: Value
  /// JSON documents written as arguments (policies), as values; what is not known yet is unknown inside.
  package var documents: [String: Value]
  package var references: [Reference]
  package var range: SourceRange?

  package init(
    kind: Kind, address: String, type: String, name: String, key: Value? = nil, provider: String? = nil,
    attributes: Value, documents: [String: Value] = [:], references: [Reference] = [],
    range: SourceRange? = nil
  ) {
    self.kind = kind
    self.address = address
    self.type = type
    self.name = name
    self.key = key
    self.provider = provider
    self.attributes = attributes
    self.documents = documents
    self.references = references
    self.range = range
  }

  /// The address without the key of the instance: what references name.
  package var blockAddress: String {
    switch kind {
    case .managed: "\(modulePrefix)\(type).\(name)"
    case .data: "\(modulePrefix)data.\(type).\(name)"
    case .manifest, .configuration: address
    }
  }
}
