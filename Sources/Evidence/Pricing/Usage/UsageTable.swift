import HCL
import ResourceGraph

/// What a usage file says, by resource.
package struct UsageTable: Sendable {
  /// By address; `[*]` stands for every key of an instance.
  package private(set) var resources: [String: Usage] = [:]
  /// What holds for all resources of a type that say nothing else.
  package private(set) var types: [String: Usage] = [:]

  package init(resources: [String: Usage] = [:], types: [String: Usage] = [:]) {
    self.resources = resources
    self.types = types
  }

  /// The usage of a resource: that of its type, of `name[*]`, and its own, the later ones in the place of the earlier.
  func usage(of resource: Resource) -> Usage {
    let parts = [
      types[resource.type], resources[Self.open(resource.address)],
      resource.key == nil ? nil : resources[resource.blockAddress], resources[resource.address],
    ]
    return Usage(parts.compactMap { $0?.values }.reduce(into: [:]) { $0.merge($1) { _, later in later } })
  }

  /// The address with `[*]` in the place of its last key.
  static func open(_ address: String) -> String {
    guard address.hasSuffix("]"), let bracket = address.lastIndex(of: "[") else { return address }
    return address[..<bracket] + "[*]"
  }

  /// Resources that are billed but have no block, such as `aws_data_transfer`, as far as the table names them.
  func synthetic(beside known: Set<String>) -> [Resource] {
    resources.keys.sorted().compactMap { address in
      guard !known.contains(address), let type = Self.type(of: address), Self.isSynthetic(type) else {
        return nil
      }
      return Resource(
        kind: .managed, address: address, type: type, name: String(address.drop { $0 != "." }.dropFirst()),
        attributes: .object([:]))
    }
  }

  /// `aws_instance` of `module.a.aws_instance.web[0]`.
  static func type(of address: String) -> String? {
    var parts = address.split(separator: ".")[...]
    while parts.first == "module" { parts = parts.dropFirst(2) }
    return parts.first.map(String.init)
  }

  static func isSynthetic(_ type: String) -> Bool { PriceModels.model(of: type)?.isSynthetic == true }
}
