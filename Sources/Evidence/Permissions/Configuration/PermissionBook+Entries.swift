/// The entries of `permissions.yaml`.
extension PermissionBook {
  struct Keys: Sendable, Decodable {
    let requester: String
    let requesterAccount: String
    let resourceAccount: String
    let userName: String

    enum CodingKeys: String, CodingKey {
      case requester
      case requesterAccount = "requester-account"
      case resourceAccount = "resource-account"
      case userName = "user-name"
    }
  }

  struct RequesterType: Sendable, Decodable {
    let trust: String?
    let inline: String?
    let managed: String?
    let boundary: String?
  }

  struct Attachment: Sendable, Decodable {
    let to: [String]
    let document: String?
    let managed: String?
  }

  struct Membership: Sendable, Decodable {
    let members: String
    let groups: String
  }

  struct ResourcePolicy: Sendable, Decodable {
    let of: String?
    let document: String
  }

  struct ResourceGrant: Sendable, Decodable {
    let of: String
    let action: String
    let principal: String
    let conditionKeys: [String: String]

    enum CodingKeys: String, CodingKey {
      case of, action, principal
      case conditionKeys = "condition-keys"
    }
  }

  struct OrganizationPolicy: Sendable, Decodable {
    let document: String
    let kind: String
    let serviceControl: String
    let resourceControl: String

    enum CodingKeys: String, CodingKey {
      case document, kind
      case serviceControl = "service-control"
      case resourceControl = "resource-control"
    }
  }

  struct Scope: Sendable, Decodable {
    let actions: [String]
    let resources: [String]

    var scope: ServiceRules.Scope { ServiceRules.Scope(actions: actions, resources: resources) }
  }

  struct Services: Sendable, Decodable {
    let alwaysAllowed: [Scope]
    let needsResourcePolicy: [Scope]
    let refused: [Scope]
    let excepted: [Scope]

    enum CodingKeys: String, CodingKey {
      case alwaysAllowed = "always-allowed"
      case needsResourcePolicy = "needs-resource-policy"
      case refused, excepted
    }
  }

  /// Actions that together let whoever has them take more.
  package struct Escalation: Sendable, Decodable {
    package let id: String
    package let actions: [String]
    /// What the actions give, for people.
    package let gives: String
  }
}
