import Basics
import FoundationEssentials

/// What tells one state from another and from its own past.
struct StateIdentity: Hashable, Sendable, Codable {
  var lineage: String
  var serial: Int

  /// Throws where the text is not a state; an empty one is not one either.
  /// - Parameter place: the file or backend, for the message.
  init(text: String, place: String) throws {
    guard let document = JSONValue.document(text), let lineage = document["lineage"]?.string,
      !lineage.isEmpty,
      let serial = document["serial"]?.integer
    else {
      throw DeliveryError(
        .changed, summary: "The state cannot be read",
        detail:
          "\(place) is not a state. Restore it from a copy; planning without it would create everything again."
      )
    }
    self.lineage = lineage
    self.serial = serial
  }

  init(file: String) throws {
    try self.init(
      text: String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self), place: file
    )
  }
}
