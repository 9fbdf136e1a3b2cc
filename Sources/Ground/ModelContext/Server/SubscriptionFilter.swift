import Basics

/// What a client wants to be told.
struct SubscriptionFilter: Sendable {
  /// Addresses and tasks in one subscription.
  private static let most = 1000

  let resourceList: Bool
  let resources: [String]
  let tasks: [String]

  init(_ json: JSONValue) throws(ProtocolFault) {
    func texts(_ key: String) throws(ProtocolFault) -> [String] {
      guard let value = json[key] else { return [] }
      let texts = value.array?.compactMap(\.string) ?? []
      guard texts.count == value.array?.count, texts.count <= Self.most else {
        throw .invalidParams("'\(key)' has to be a list of at most \(Self.most) texts.")
      }
      return texts
    }
    resourceList = json["resourcesListChanged"]?.bool ?? false
    resources = try texts("resourceSubscriptions")
    tasks = try texts("taskIds")
  }

  /// What of it is told here: tools and prompts never change while a server runs.
  var honoured: JSONValue {
    .members([
      ("resourcesListChanged", resourceList ? true : nil),
      ("resourceSubscriptions", resources.isEmpty ? nil : .array(resources.map(JSONValue.string))),
      ("taskIds", tasks.isEmpty ? nil : .array(tasks.map(JSONValue.string))),
    ])
  }
}
