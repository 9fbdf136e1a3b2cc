import Basics
import Digests

extension PlanDocument {
  /// The changes in a plan as `show -json` prints it, without those that change nothing.
  static func changes(in plan: JSONValue, _ key: String = "resource_changes") -> [Change] {
    (plan[key]?.array ?? []).compactMap { entry in
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
