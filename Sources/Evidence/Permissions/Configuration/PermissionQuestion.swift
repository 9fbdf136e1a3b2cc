import Basics
import ResourceGraph

/// Finds whom and what a question about a configuration names, and decides it.
package struct PermissionQuestion: Sendable {
  private let model: PermissionModel
  private let context: [String: [String]]

  /// - Parameter context: keys of the request that a person told; all others are open.
  package init(_ model: PermissionModel, context: [String: [String]] = [:]) {
    self.model = model
    self.context = context
  }

  /// - Parameters:
  ///   - who: the address or name of a user, role or of what acts as one; an ARN; a service's domain; `*` for anybody.
  ///   - resource: an address, with a path behind it for a part (`aws_s3_bucket.b/*`); an ARN; `*`.
  /// - Throws: `PermissionError` for who or what is not there.
  package func decide(who: String, action: String, resource: String) throws(PermissionError) -> AccessDecision
  {
    decide(try requester(who), action: action, resource: try name(ofResource: resource))
  }

  /// Everybody of the configuration and of the resource's policy who can, in order of their names, with the decisions.
  package func whoCan(action: String, resource: String) throws(PermissionError) -> [(
    who: String, decision: AccessDecision
  )] {
    let name = try name(ofResource: resource)
    var candidates: [(String, Requester)] = [("anybody", .anonymous)]
    candidates += model.identities.map { ($0.address, $0.requester) }
    let named = model.resourcePolicy(of: name)?.statements.flatMap { $0.principals?.names ?? [] } ?? []
    for text in named.map(\.text) where !candidates.contains(where: { $0.1.name == text }) {
      if let requester = Requester(text) { candidates.append((text, requester)) }
    }
    return candidates.map { ($0.0, decide($0.1, action: action, resource: name)) }
      .filter { ![.denied, .forbidden].contains($0.1.outcome) }.sorted { $0.0 < $1.0 }
      .map { (who: $0.0, decision: $0.1) }
  }

  package func decide(_ requester: Requester, action: String, resource: String) -> AccessDecision {
    let parts = resource.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    // A name without an account, as that of a bucket, is of this account where the configuration has it.
    let account = parts.count == 6 && !parts[4].isEmpty ? String(parts[4]) : model.account
    var keys = [
      model.book.keys.requester: [requester.name], model.book.keys.resourceAccount: [account],
    ]
    if let own = requester.account { keys[model.book.keys.requesterAccount] = [own] }
    if requester.kind == .user { keys[model.book.keys.userName] = [requester.shortName] }
    let request = PermissionRequest(
      requester: requester, action: action, resource: resource, account: account,
      context: RequestContext(context, isOpen: true).adding(keys))
    return AccessEvaluation(rules: model.book.rules).decide(
      request, layers: model.layers(of: requester, resource: resource))
  }

  /// - Throws: `PermissionError` where nobody is called so.
  package func requester(_ who: String) throws(PermissionError) -> Requester {
    if who == "anybody" || who == "anonymous" { return .anonymous }
    let matches = model.identities.filter { $0.address == who || $0.requester.shortName == who }
    if let identity = matches.first {
      guard matches.count == 1 || identity.address == who else {
        throw PermissionError(
          .unknown, summary: "Several are called so",
          detail: "'\(who)' is \(matches.map(\.address).joined(separator: " and ")). Name one by its address."
        )
      }
      return identity.requester
    }
    if let requester = model.actor(who) ?? Requester(who) { return requester }
    let known = model.identities.map(\.address).sorted()
    let near = Spelling.hint(for: who, among: known + model.identities.map(\.requester.shortName))
    throw PermissionError(
      .unknown, summary: "Nobody is called so",
      detail: "'\(who)' is no user or role of the configuration, ARN or service.\(near) "
        + (known.isEmpty ? "It has none." : "It has \(known.prefix(8).joined(separator: ", "))."))
  }

  private func name(ofResource text: String) throws(PermissionError) -> String {
    if text == "*" || text.hasPrefix("arn:") { return text }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    for (address, rest) in [(text, ""), (parts[0], parts.count == 2 ? "/\(parts[1])" : "")] {
      if let resource = model.graph[address] { return model.names.name(of: resource) + rest }
    }
    let known = model.graph.resources.filter { $0.kind == .managed }.map(\.address)
    let near = Spelling.hint(for: parts[0], among: known)
    throw PermissionError(
      .unknown, summary: "Nothing is called so",
      detail: "'\(text)' is no resource of the configuration and no ARN.\(near)")
  }
}
