import Basics
import Digests

/// What a plan would do and what it is bound to. Its digest is what a person approves.
package struct PlanDocument: Sendable, Hashable, Codable {
  /// One resource the plan changes.
  package struct Change: Sendable, Hashable, Codable {
    package enum Action: String, Sendable, Codable {
      case create, update, replace, delete, read, forget
    }

    package var address: String
    package var type: String
    package var action: Action

    package init(address: String, type: String, action: Action) {
      self.address = address
      self.type = type
      self.action = action
    }
  }

  /// What the plan is for.
  package enum Purpose: String, Sendable, Codable {
    /// The files as they are now.
    case change
    /// The files as they were before an apply.
    case undo
    /// Nothing: everything in the state goes.
    case destroy
  }

  package var purpose: Purpose
  /// The apply that an undo takes back.
  package var undoes: String?
  /// The configuration folder; it decides the workspace and so the state.
  package var folder: String
  /// Where the planned files are read from: the folder, or for an undo the copy kept with an earlier plan.
  package var source: String
  package var workspace: String
  /// The saved plan, and the SHA-256 of its bytes.
  package var planFile: String
  package var planFileDigest: String
  /// `terraform 1.11.4`, and the SHA-256 of the program.
  package var tool: String
  package var toolDigest: String
  /// SHA-256 of each configuration file by name.
  package var artifacts: [String: String]
  package var lockFileDigest: String
  package var lineage: String?
  package var serial: Int?
  package var changes: [Change]
  /// What was changed behind the state's back, as the plan saw it.
  package var drift: [Change]
  /// SHA-256 of the canonical resource and output changes.
  package var changesDigest: String
  /// US dollars a month before and after, and what has no price.
  package var priceBefore: Double
  package var priceAfter: Double
  package var unpriced: [String]
  package var findings: [String]

  /// What an approval is given for: the same on another day and another machine, and different for any real difference.
  package var digest: Digest {
    let parts: [String: JSONValue] = [
      "artifacts": .object(artifacts.map { JSONMember($0.key, .string($0.value)) }),
      "changes": .string(changesDigest), "lockFile": .string(lockFileDigest), "tool": .string(toolDigest),
      "lineage": lineage.map(JSONValue.string) ?? .null, "serial": serial.map(JSONValue.integer) ?? .null,
      "workspace": .string(Digest(of: folder).hexadecimal), "purpose": .string(purpose.rawValue),
    ]
    return Digest(of: JSONValue.object(parts.map { JSONMember($0.key, $0.value) }))
  }

  package func count(_ action: Change.Action) -> Int { changes.count { $0.action == action } }

  /// `6 to add, 1 to change, 0 to replace, 0 to destroy`.
  package var summary: String {
    "\(count(.create)) to add, \(count(.update)) to change, \(count(.replace)) to replace, \(count(.delete)) to destroy"
  }
}
