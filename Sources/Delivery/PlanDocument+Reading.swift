import Basics
import Digests

extension PlanDocument {
  /// The changes in a plan as `show -json` prints it, without those that change nothing.
  static func changes(in plan: JSONValue) -> [Change] {
    changes(plan["resource_changes"]?.array ?? [])
  }

  /// What was changed behind the state's back: what is gone, and what differs in an argument that the configuration
  /// sets. A difference in what only the provider computes is no one's doing.
  static func drift(in plan: JSONValue) -> [Change] {
    var configured: [String: Set<String>] = [:]
    for resource in plan["configuration"]?["root_module"]?["resources"]?.array ?? [] {
      guard let address = resource["address"]?.string else { continue }
      configured[address] = Set((resource["expressions"]?.object ?? []).map(\.key))
    }
    let entries = (plan["resource_drift"]?.array ?? []).filter { entry in
      guard let address = entry["address"]?.string,
        let set = configured[String(address.prefix { $0 != "[" })],
        let before = entry["change"]?["before"]?.object, let after = entry["change"]?["after"]
      else { return true }
      return after.isNull || before.contains { set.contains($0.key) && after[$0.key] != $0.value }
    }
    return changes(entries)
  }

  private static func changes(_ entries: [JSONValue]) -> [Change] {
    entries.compactMap { entry in
      guard let address = entry["address"]?.string, let type = entry["type"]?.string,
        let actions = entry["change"]?["actions"]?.array?.compactMap(\.string), let action = action(actions)
      else { return nil }
      return Change(address: address, type: type, action: action)
    }
  }

  /// The digest of what would change: resource and output changes and nothing that differs between two equal plans.
  static func changesDigest(_ plan: JSONValue) -> String {
    let resources = (plan["resource_changes"]?.array ?? []).map { entry in
      JSONValue.object([
        JSONMember("address", entry["address"] ?? .null), JSONMember("change", entry["change"] ?? .null),
      ])
    }
    let outputs = plan["output_changes"] ?? .null
    return Digest(
      of: JSONValue.object([JSONMember("resources", .array(resources)), JSONMember("outputs", outputs)])
    )
    .hexadecimal
  }

  private static func action(_ actions: [String]) -> Change.Action? {
    switch actions {
    case ["create"]: .create
    case ["update"]: .update
    case ["delete"]: .delete
    case ["read"]: .read
    case ["forget"]: .forget
    case ["delete", "create"], ["create", "delete"]: .replace
    default: nil
    }
  }
}
