/// Who asks: a user, a role, a session of a role, an account, a service, a federated identity, or nobody known.
package struct Requester: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Without a signature.
    case anonymous
    case user, role, account, service, federated
    /// A role that was assumed under a name.
    case session
  }

  package let kind: Kind
  /// The name policies know it by: an ARN, or that of a service or identity provider.
  package let name: String
  /// The account it belongs to; nil for what belongs to none.
  package let account: String?
  /// The last part of a user's or role's name, without its path.
  let shortName: String
  /// Of a session: the name it was assumed under.
  let sessionName: String?
  /// Names that are those of others, although this one's own name is not known to the end.
  var namesOfOthers: Set<String> = []

  package static let anonymous = Requester(kind: .anonymous, name: "*", account: nil)

  private init(kind: Kind, name: String, account: String?, shortName: String = "", sessionName: String? = nil)
  {
    self.kind = kind
    self.name = name
    self.account = account
    self.shortName = shortName
    self.sessionName = sessionName
  }

  /// - Parameter name: an ARN of a user, role, session, federated user or account root; the number of an account; the
  ///   domain of a service; `*` for whoever has no signature. Nil for anything else.
  package init?(_ name: String) {
    if name == "*" {
      self = .anonymous
      return
    }
    if name.count == 12, name.allSatisfy(\.isNumber) {
      self.init(kind: .account, name: name, account: name)
      return
    }
    let parts = name.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 6, parts[0] == "arn" else {
      // A domain; an address of a configuration has underscores or is no domain of a service.
      guard name.contains("."), name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" })
      else {
        return nil
      }
      self.init(kind: .service, name: name, account: nil)
      return
    }
    let resource = parts[5].split(separator: "/").map(String.init)
    let kinds: [String: Kind] = [
      "user": .user, "role": .role, "assumed-role": .session, "federated-user": .user, "root": .account,
      "saml-provider": .federated, "oidc-provider": .federated,
    ]
    guard let word = resource.first, let kind = kinds[word] else { return nil }
    let isSession = kind == .session
    self.init(
      kind: kind, name: name, account: parts[4],
      shortName: isSession ? resource.dropFirst().first ?? "" : resource.last ?? "",
      sessionName: isSession ? resource.dropFirst(2).first : nil)
  }
}
