import Records
import Basics
import Delivery
import Digests
import ExternalTools
import FoundationEssentials
import GRDB
import Store
import Testing
import Vocabulary

@testable import Store

/// A place with two approved plans in two folders, put back to the same bytes before each tampering: an update that one
/// person approves, and a removal that two have to.
struct TamperedPlace {
  var place: Place
  let plan: String
  let risky: String

  var backup: String { "\(place.root)-untouched" }
  var otherFolder: String { "\(place.root)/other" }

  /// Applies a first version in both folders, plans a second one and approves it.
  static func make(_ place: Place) async throws -> TamperedPlace {
    var place = place
    let lock = "# Maintained by the tool. Nothing is locked.\n"
    try place.write(lock, ".terraform.lock.hcl")
    try await place.deliver()
    try place.write(Place.configuration.replacing("one", with: "two"))
    let plan = try await place.executor().plan(place.folder) { _ in }
    _ = try await place.executor().approve(plan.record.id, word: ApprovalWord(approver: "maria"))
    place.price = 0
    let other = Place(root: place.root)
    let folder = "\(place.root)/other"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let extra = Place.configuration + "\nresource \"terraform_data\" \"b\" {\n  input = 2\n}\n"
    try Data(extra.utf8).write(to: URL(filePath: "\(folder)/main.tf"))
    try await other.approveAndApply(try await other.executor().plan(folder) { _ in })
    try Data(Place.configuration.utf8).write(to: URL(filePath: "\(folder)/main.tf"))
    let risky = try await other.executor().plan(folder) { _ in }
    for name in ["maria", "tom"] {
      _ = try await other.executor().approve(
        risky.record.id, word: ApprovalWord(approver: name, typedCount: 1))
    }
    let made = TamperedPlace(place: place, plan: plan.record.id, risky: risky.record.id)
    // The whole store in its one file, so that a copy of that is a copy of it.
    try await place.store().database.writeWithoutTransaction { database in
      _ = try Row.fetchAll(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try FileManager.default.createDirectory(atPath: made.backup, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: place.root)
    where !name.hasSuffix("-wal") && !name.hasSuffix("-shm") {
      try FileManager.default.copyItem(atPath: "\(place.root)/\(name)", toPath: "\(made.backup)/\(name)")
    }
    return made
  }

  /// Everything as it was when the plans were approved. The store gets a name of its own each time: one that was used
  /// before may still be taking its side files away.
  func restored(_ number: Int) throws -> TamperedPlace {
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: place.root) where !name.contains(".db") {
      try manager.removeItem(atPath: "\(place.root)/\(name)")
    }
    for name in try manager.contentsOfDirectory(atPath: backup) where !name.contains(".db") {
      try manager.copyItem(atPath: "\(backup)/\(name)", toPath: "\(place.root)/\(name)")
    }
    var restored = self
    restored.place.databaseName = "case-\(number).db"
    try manager.copyItem(atPath: "\(backup)/consilium.db", toPath: restored.place.database)
    return restored
  }

  func remove() throws {
    try FileManager.default.removeItem(atPath: backup)
  }

  // MARK: - What a tampering does

  func document(_ id: String? = nil) async throws -> PlanDocument {
    try await place.executor().planned(id ?? plan).document
  }

  /// Changes bytes of a file; an absent file is empty.
  func edit(_ file: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = [UInt8](FileManager.default.contents(atPath: file) ?? Data())
    change(&bytes)
    try Data(bytes).write(to: URL(filePath: file))
  }

  func replace(_ file: String, _ old: String, _ new: String) throws {
    let text = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    try #require(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: URL(filePath: file))
  }

  /// Writes into the store behind everyone's back.
  func sql(_ statement: String, _ arguments: [String?] = []) async throws {
    try await place.store().database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: statement, arguments: StatementArguments(arguments))
    }
  }

  /// Rewrites the kept document, and its digest too where `digests` says so.
  func rewrite(
    _ id: String? = nil, digests: Bool = false, _ change: (inout PlanDocument) -> Void
  ) async throws {
    var document = try await document(id)
    change(&document)
    let text = try JSONValue(encoding: document).canonical
    try await sql("UPDATE plan SET document = ? WHERE id = ?", [text, id ?? plan])
    if digests {
      try await sql("UPDATE plan SET digest = ? WHERE id = ?", [document.digest.hexadecimal, id ?? plan])
    }
  }

  /// The one approval of the plan, rewritten by `change`.
  func rewriteEnvelope(_ change: (inout Envelope) throws -> Void) async throws {
    let approval = try #require(try await place.store().approvals(plan: plan).first)
    var envelope = try #require(Envelope(try JSONValue(parsing: approval.envelope)))
    try change(&envelope)
    try await sql("UPDATE approval SET envelope = ? WHERE id = ?", [envelope.json.canonical, approval.id])
  }

  /// The statement of the plan's approval, changed and signed anew by a key.
  func forge(
    _ key: SigningKey, type: String = Envelope.statementType, _ change: (inout ApprovalStatement) -> Void
  ) async throws {
    try await rewriteEnvelope { envelope in
      var statement = try JSONValue(parsing: envelope.payload).decoded(as: ApprovalStatement.self)
      change(&statement)
      envelope = try Envelope(Array(try JSONValue(encoding: statement).canonical.utf8), type: type, key: key)
    }
  }

  func maria() throws -> SigningKey { try #require(try place.keys.signingKey(of: "maria")) }
  func tom() throws -> SigningKey { try #require(try place.keys.signingKey(of: "tom")) }

  /// Changes the first byte of a member's data in the saved plan, which is a zip file.
  func damageMember(_ name: String) async throws {
    let file = try #require(try await document().infrastructure).planFile
    try edit(file) { bytes in
      let marks: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
      for start in bytes.indices.dropLast(30) where Array(bytes[start..<start + 4]) == marks {
        let length = Int(bytes[start + 26]) + Int(bytes[start + 27]) << 8
        let extra = Int(bytes[start + 28]) + Int(bytes[start + 29]) << 8
        let found = String(decoding: bytes[(start + 30)..<(start + 30 + length)], as: UTF8.self)
        if found == name { bytes[start + 30 + length + extra] ^= 0x40 }
      }
    }
  }
}
