import Basics
import Clouds
import FoundationEssentials
import HCL
import ResourceGraph
import StrictYAML

/// How a cloud decides who may do what: `permissions.yaml` of its pack, whose comments say what each entry means.
package struct PermissionBook: Sendable, Decodable {
  let account: String
  let keys: Keys
  let symbols: [String: String]
  let namedAttributes: [String]
  let namedEndings: [String]
  let names: [String: String]
  let aliases: [String: [String: String]]
  let requesters: [String: RequesterType]
  let groups: [String]
  let attachments: [String: Attachment]
  let memberships: [String: Membership]
  let managedPolicies: [String: String]
  let resourcePolicies: [String: ResourcePolicy]
  let resourceGrants: [String: ResourceGrant]
  let defaultPolicies: [String: JSONValue]
  let organizationPolicies: [String: OrganizationPolicy]
  let keptPolicies: [String: JSONValue]
  let actsAs: [String: String]
  let services: Services
  package let escalations: [Escalation]

  enum CodingKeys: String, CodingKey {
    case account, keys, symbols, names, aliases, requesters, groups, attachments, memberships, services,
      escalations
    case namedAttributes = "named-attributes"
    case namedEndings = "named-endings"
    case managedPolicies = "managed-policies"
    case resourcePolicies = "resource-policies"
    case resourceGrants = "resource-grants"
    case defaultPolicies = "default-policies"
    case organizationPolicies = "organization-policies"
    case keptPolicies = "kept-policies"
    case actsAs = "acts-as"
  }

  /// The book of the cloud that has one; nil where none has.
  /// - Throws: `PermissionError` where a book is broken.
  package static func shipped() throws(PermissionError) -> PermissionBook? {
    for cloud in CloudCatalog.current.clouds {
      guard let data = cloud.contents(of: .permissions) else { continue }
      let file = "\(cloud.id)/\(CloudPart.permissions.rawValue)"
      do {
        let node = try StrictYAML.document(String(decoding: data, as: UTF8.self), file: file)
        return try node.json.decoded(as: PermissionBook.self)
      } catch {
        throw PermissionError(
          .broken, summary: "A file of the program is broken",
          detail: "\(file): \(error) Install Consilium again.")
      }
    }
    return nil
  }

  /// What services decide by themselves.
  package var rules: ServiceRules {
    ServiceRules(
      alwaysAllowed: services.alwaysAllowed.map(\.scope),
      needsResourcePolicy: services.needsResourcePolicy.map(\.scope),
      refused: services.refused.map(\.scope), excepted: services.excepted.map(\.scope))
  }

  /// Names for what only apply can tell, as the graph needs them to be read by this book.
  package var computedNames: ComputedNames {
    let (attributes, endings) = (Set(namedAttributes), namedEndings)
    return ComputedNames { name in attributes.contains(name) || endings.contains { name.hasSuffix($0) } }
  }
}
