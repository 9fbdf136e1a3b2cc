import Basics

/// What lets requests from outside in to a service.
struct Entrance: Sendable {
  /// What of a service is meant.
  enum Port: Hashable, Sendable {
    case number(Int)
    case name(String)
    /// A port of the service by the port of the pod it leads to, by number or name.
    case target(String)
    case all
  }

  /// Who brings them: the controller of ingresses, or a gateway.
  var endpoint: Endpoint
  /// `Ingress/shop/web`.
  var rule: String
  var range: SourceRange
  var namespace: String
  var service: String
  var port: Port
}
