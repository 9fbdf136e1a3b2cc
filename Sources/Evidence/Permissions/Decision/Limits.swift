/// The layers that grant nothing and have to let a request through.
struct Limits {
  private let boundaries: LayerVote
  private let hasBoundary: Bool
  private let sessions: LayerVote
  private let hasSession: Bool
  private let serviceControl: [LayerVote]
  private let resourceControl: LayerVote
  private let endpoints: [LayerVote]

  /// - Parameter hasAccount: whether the requester is of an account, which an organization can limit.
  init(_ layers: PolicyLayers, request: PermissionRequest, hasAccount: Bool) {
    hasBoundary = hasAccount && !layers.boundaries.isEmpty
    boundaries = LayerVote(hasBoundary ? layers.boundaries : [], request: request)
    hasSession = hasAccount && layers.session != nil
    sessions = LayerVote(hasSession ? layers.session.map { [$0] } ?? [] : [], request: request)
    serviceControl = hasAccount ? layers.serviceControl.map { LayerVote($0, request: request) } : []
    // A policy that allows everything is attached to every level and cannot be taken off, so only denials count.
    resourceControl = LayerVote(layers.resourceControl.flatMap { $0 }, request: request)
    endpoints = layers.endpoints.map { LayerVote([$0], request: request) }
  }

  var boundary: AccessFormula { hasBoundary ? boundaries.allow : .always }
  var session: AccessFormula { hasSession ? sessions.allow : .always }

  /// What has to hold of the layers outside requester and resource.
  var outer: AccessFormula { .every((serviceControl + endpoints).map(\.allow)) }

  var votes: [LayerVote] { [boundaries, sessions, resourceControl] + serviceControl + endpoints }

  /// Which layers stop what requester and resource grant.
  /// - Parameters:
  ///   - granted: with the limits of the requester.
  ///   - unlimited: without them.
  func blocking(granted: AccessFormula, unlimited: AccessFormula) -> [AccessDecision.Layer] {
    guard unlimited != .never else { return [] }
    var layers: [AccessDecision.Layer] = []
    if boundaries.deny == .always || granted == .never && boundary == .never { layers.append(.boundary) }
    if sessions.deny == .always || granted == .never && session == .never { layers.append(.session) }
    if serviceControl.contains(where: { $0.allow == .never || $0.deny == .always }) {
      layers.append(.serviceControl)
    }
    if resourceControl.deny == .always { layers.append(.resourceControl) }
    if endpoints.contains(where: { $0.allow == .never || $0.deny == .always }) { layers.append(.endpoint) }
    return layers
  }
}
