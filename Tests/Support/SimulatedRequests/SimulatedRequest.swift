import Basics
import Foundation
import HCL
import Permissions

/// One case of a folder of simulated requests: policies, a request, and what the cloud would answer.
package struct SimulatedRequest: Sendable {
  package let file: String
  package let name: String
  /// `Allowed`, `ImplicitlyDenied` or `ExplicitlyDenied`.
  package let expected: String
  private let request: PermissionRequest?
  private let layers: PolicyLayers

  /// The cases of every JSON file below a folder, in order of their files.
  package static func cases(in folder: URL) throws -> [SimulatedRequest] {
    let root = folder.path(percentEncoded: false)
    let names = (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []).sorted()
    return try names.filter { $0.hasSuffix(".json") }.flatMap { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      guard case .array(let items) = try JSONValue(parsing: text) else { return [SimulatedRequest]() }
      return items.map { SimulatedRequest(file: name, json: $0) }
    }
  }

  private init(file: String, json: JSONValue) {
    self.file = file
    name = json["name"]?.string ?? ""
    expected = json["expected"]?["response"]?.string ?? ""
    let isOpen = json["simulation"]?["mode"]?.string == "Discovery"
    let asked = json["request"] ?? .null
    let who =
      asked["principal"]?.string.flatMap(Requester.init)
      ?? (asked["principal"]?["type"] != nil ? .anonymous : nil)
    var context: [String: [String]] = [:]
    for member in asked["context"]?.object ?? [] {
      let values = member.value.array ?? [member.value]
      context[member.key] = values.map { Value($0).text ?? "" }
    }
    request = who.map {
      PermissionRequest(
        requester: $0, action: asked["action"]?.string ?? "",
        resource: asked["resource"]?["resource"]?.string ?? "",
        account: asked["resource"]?["accountId"]?.string,
        context: RequestContext(context, isOpen: isOpen, isTentative: isOpen),
        isWithoutResource: asked["wildcardOnlyAction"]?.bool ?? false)
    }
    layers = Self.layers(json)
  }

  private static func layers(_ json: JSONValue) -> PolicyLayers {
    func policies(_ value: JSONValue?, name: String) -> [PermissionPolicy] {
      (value?.array ?? []).enumerated().map {
        PermissionPolicy(name: "\(name) \($0.offset + 1)", document: Value($0.element))
      }
    }
    var layers = PolicyLayers()
    layers.identity = policies(json["identityPolicies"], name: "identity")
    layers.boundaries = policies(json["permissionBoundaries"], name: "boundary")
    layers.endpoints = policies(json["endpointPolicies"], name: "endpoint")
    layers.resource = json["resourcePolicy"].map { PermissionPolicy(name: "resource", document: Value($0)) }
    layers.session = json["sessionPolicy"].map { PermissionPolicy(name: "session", document: Value($0)) }
    func levels(_ key: String) -> [[PermissionPolicy]] {
      (json[key]?.array ?? []).map { policies($0["policies"], name: $0["orgIdentifier"]?.string ?? key) }
    }
    layers.serviceControl = levels("serviceControlPolicies")
    layers.resourceControl = levels("resourceControlPolicies")
    return layers
  }

  /// What the rules decide, in the words of the cases.
  package func answer(rules: ServiceRules) -> String {
    guard let request else { return "the principal cannot be read" }
    switch AccessEvaluation(rules: rules).decide(request, layers: layers).outcome {
    case .allowed, .conditional: return "Allowed"
    case .unknown: return "unknown"
    case .denied: return "ImplicitlyDenied"
    case .forbidden: return "ExplicitlyDenied"
    }
  }
}
