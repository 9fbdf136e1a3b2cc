import Basics
import FoundationEssentials

/// What tells one state from another and from its own past.
struct StateIdentity: Hashable, Sendable, Codable {
  var lineage: String
  var serial: Int

  /// Throws where the file is not a state; an empty file is not one either.
  init(file: String) throws {
    guard let data = FileManager.default.contents(atPath: file),
      let document = JSONValue.document(String(decoding: data, as: UTF8.self)),
      let lineage = document["lineage"]?.string,
      let serial = document["serial"]?.integer
    else {
      throw DeliveryError(
        .changed, summary: "The state cannot be read",
        detail:
          "\(file) is not a state file. Restore it from a copy; planning without it would create everything again."
      )
    }
    self.lineage = lineage
    self.serial = serial
  }
}
