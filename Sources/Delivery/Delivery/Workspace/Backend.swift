import Basics
import Digests
import FoundationEssentials

/// Where the tool keeps the state, as `init` set it up.
package struct Backend: Sendable, Hashable, Codable {
  /// `local`, `s3`, `kubernetes`…
  package var type: String
  /// SHA-256 of its settings; empty for the local one.
  package var settingsDigest: String
  /// The tool's own workspace.
  package var workspace: String

  var isLocal: Bool { type == "local" }

  /// - Parameter dataFolder: `TF_DATA_DIR` after `init`.
  init(dataFolder: String) throws {
    workspace = "default"
    guard let data = FileManager.default.contents(atPath: "\(dataFolder)/terraform.tfstate") else {
      (type, settingsDigest) = ("local", "")
      return
    }
    let backend = try JSONValue(parsing: Array(data))["backend"]
    type = backend?["type"]?.string ?? "local"
    settingsDigest = type == "local" ? "" : Digest(of: backend?["config"] ?? .null).hexadecimal
  }
}
