/// One resource or Kubernetes object that a plan changes. Values stand in `arguments` alone, where none that the plan marks
/// as sensitive is.
package struct PlannedChange: Sendable, Hashable, Codable {
  package enum Action: String, Sendable, Codable, CaseIterable {
    case create, update, replace, delete, read, forget
  }

  package var address: String
  package var type: String
  package var action: Action
  /// Arguments that differ, sorted; empty for what is made or destroyed.
  package var differing: [String]
  /// Arguments that force a replacement.
  package var forcedBy: [String]
  /// Arguments whose value is known only after the apply, without those that are never known before.
  package var unknown: [String]
  /// What it gets, loses or changes, argument by argument; empty where that is not told.
  package var arguments: [PlannedArgument]

  package init(
    address: String, type: String, action: Action, differing: [String] = [], forcedBy: [String] = [],
    unknown: [String] = [], arguments: [PlannedArgument] = []
  ) {
    self.address = address
    self.type = type
    self.action = action
    self.differing = differing
    self.forcedBy = forcedBy
    self.unknown = unknown
    self.arguments = arguments
  }

  private enum CodingKeys: String, CodingKey {
    case address, type, action, differing, forcedBy, unknown, arguments
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    address = try container.decode(String.self, forKey: .address)
    type = try container.decode(String.self, forKey: .type)
    action = try container.decode(Action.self, forKey: .action)
    differing = try container.decode([String].self, forKey: .differing)
    forcedBy = try container.decode([String].self, forKey: .forcedBy)
    unknown = try container.decode([String].self, forKey: .unknown)
    arguments = try container.decodeIfPresent([PlannedArgument].self, forKey: .arguments) ?? []
  }

  /// Arguments are left out where there are none, so that plans of earlier versions keep their digest.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(address, forKey: .address)
    try container.encode(type, forKey: .type)
    try container.encode(action, forKey: .action)
    try container.encode(differing, forKey: .differing)
    try container.encode(forcedBy, forKey: .forcedBy)
    try container.encode(unknown, forKey: .unknown)
    if !arguments.isEmpty { try container.encode(arguments, forKey: .arguments) }
  }
}
