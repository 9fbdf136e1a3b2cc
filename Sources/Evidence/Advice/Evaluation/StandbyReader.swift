import HCL
import ResourceGraph

/// Tells whether a resource stands by for another one and so has its size and its idleness from that: by a tag that says
/// its role, by a word its name ends with, or because it copies something.
struct StandbyReader: Sendable {
  let tables: AdviceTables

  /// Tags that name a role, in lower case.
  private static let keys: Set<String> = ["role", "purpose", "function", "server-role", "db-role", "ha-role"]
  /// Arguments that name what a resource copies.
  private static let sources = [
    "replicate_source_db", "replication_source_identifier", "source_db_cluster_identifier",
  ]

  func isStandby(_ resource: Resource) -> Bool {
    if Self.sources.contains(where: { Self.isGiven(resource.attributes[$0]) }) { return true }
    if resource.references.contains(where: { Self.sources.contains($0.path) }) { return true }
    for name in ["tags_all", "tags"] {
      for (key, value) in resource.attributes[name]?.members ?? [] {
        guard Self.keys.contains(key.lowercased()), let word = value.text else { continue }
        if isRole(word) { return true }
      }
    }
    let names =
      [resource.name] + ["identifier", "name"].compactMap { resource.attributes[$0]?.text }
      + [resource.attributes["tags"]?["Name"]?.text].compactMap { $0 }
    return names.contains { name in
      name.split { "-_ .".contains($0) }.last.map { isRole(String($0)) } ?? false
    }
  }

  private func isRole(_ word: String) -> Bool {
    tables.row("roles", key: word.lowercased())?["role"] == "standby"
  }

  private static func isGiven(_ value: Value?) -> Bool {
    guard let value else { return false }
    return value.text.map { !$0.isEmpty } ?? value.isUnknown
  }
}
