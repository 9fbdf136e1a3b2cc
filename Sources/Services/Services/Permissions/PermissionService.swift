import Basics
import HCL
import Permissions
import ResourceGraph

/// Says who may do what by the policies of a configuration, a plan, a state, or the roles of a cluster.
package struct PermissionService: Sendable {
  private let model: PermissionModel?
  private let question: PermissionQuestion?
  private let cluster: ClusterPermissions
  private let namespace: String?
  /// What could not be read, and so what the answers leave out.
  package let faults: [String]

  /// - Parameters:
  ///   - context: keys of the request that a person told, as `aws:SourceIp=10.0.0.1`.
  ///   - account: the number of the account the configuration is applied in; nil leaves it open.
  ///   - region: likewise.
  ///   - namespace: of a cluster, that the question is about; nil for all.
  /// - Throws: `Diagnostic` for what cannot be read, `PermissionError` where the program's own files are broken.
  package init(
    path: String, context: [(key: String, value: String)] = [], account: String? = nil,
    region: String? = nil, namespace: String? = nil
  ) throws {
    guard let book = try PermissionBook.shipped() else {
      throw PermissionError(
        .broken, summary: "No cloud's permissions are known",
        detail: "No pack has a permissions.yaml. Install Consilium again.")
    }
    let source = try PermissionSource(path: path, names: book.computedNames)
    let model = source.graph.map { PermissionModel($0, book: book, account: account, region: region) }
    let values = Dictionary(grouping: context, by: \.key).mapValues { $0.map(\.value) }
    self.model = model
    question = model.map { PermissionQuestion($0, context: values) }
    cluster = source.cluster
    self.namespace = namespace
    faults = source.faults
  }

  /// - Throws: `PermissionError` for who or what is not there.
  package func can(_ who: String, action: String, resource: String) throws -> PermissionAnswer {
    if let subject = ClusterSubject(who) { return answer(subject, verb: action, resource: resource) }
    guard let question else { throw Self.nobody(who) }
    return PermissionAnswer(
      who: who, action: action, resource: resource,
      decision: try question.decide(who: who, action: action, resource: resource))
  }

  /// Everybody who can, wholly, under conditions or perhaps.
  /// - Throws: `PermissionError` for what is not there.
  package func whoCan(_ action: String, resource: String) throws -> [PermissionAnswer] {
    // Actions of a cloud name their service.
    if action.contains(":"), let question {
      return try question.whoCan(action: action, resource: resource).map {
        PermissionAnswer(who: $0.who, action: action, resource: resource, decision: $0.decision)
      }
    }
    guard !cluster.isEmpty else {
      throw PermissionError(
        .unknown, summary: "This is no action that can be asked about here",
        detail: "'\(action)' names no service, as in s3:GetObject, and there are no roles of a cluster here.")
    }
    return cluster.subjects.map { answer($0, verb: action, resource: resource) }
      .filter { $0.outcome != .denied }
  }

  /// The ways in which identities can take more than they were given.
  package func escalations() -> EscalationListing {
    EscalationListing(found: model.map(PermissionEscalation.escalations(in:)) ?? [])
  }

  private func answer(_ subject: ClusterSubject, verb: String, resource: String) -> PermissionAnswer {
    let (grants, unread) = cluster.decide(
      ClusterRequest(subject: subject, verb: verb, text: resource, namespace: namespace))
    return PermissionAnswer(
      who: "\(subject)", action: verb, resource: namespace.map { "\(resource) in \($0)" } ?? resource,
      grants: grants.map { grant in
        "\(grant.binding) with the role \(grant.role)"
      }, unread: unread)
  }

  private static func nobody(_ who: String) -> PermissionError {
    PermissionError(
      .unknown, summary: "Nobody is called so",
      detail: "'\(who)' is not in the roles of a cluster; write User/NAME, Group/NAME or "
        + "ServiceAccount/NAMESPACE/NAME.")
  }
}
