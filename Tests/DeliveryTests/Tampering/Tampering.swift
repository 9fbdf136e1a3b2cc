import Delivery
import Digests
import FoundationEssentials
import Testing

/// One way of tampering between the approval and the apply.
struct Tampering: Sendable {
  enum Target: Sendable { case plan, risky }

  let name: String
  /// The refusal expected.
  let code: DeliveryErrorCode
  var target = Target.plan
  /// The clock at the apply, in minutes after the approval.
  var minutes = 0
  /// Another program at the apply.
  var tool: String?
  let act: @Sendable (TamperedPlace) async throws -> Void

  init(
    _ name: String, _ code: DeliveryErrorCode, target: Target = .plan, minutes: Int = 0,
    tool: String? = nil,
    act: @escaping @Sendable (TamperedPlace) async throws -> Void = { _ in }
  ) {
    self.name = name
    self.code = code
    self.target = target
    self.minutes = minutes
    self.tool = tool
    self.act = act
  }

  static var all: [Tampering] {
    planFile + members + configuration + lockAndState + setup + documents + approvals + forgeries
  }

  private static func plan(
    _ name: String, _ change: @escaping @Sendable (inout [UInt8]) -> Void
  ) -> Tampering {
    Tampering("plan file: \(name)", .changed) { place in
      let file = try #require(try await place.document().infrastructure).planFile
      try place.edit(file, change)
    }
  }

  private static let planFile: [Tampering] = [
    plan("first byte") { $0[0] ^= 1 }, plan("a byte in the middle") { $0[$0.count / 2] ^= 1 },
    plan("last byte") { $0[$0.count - 1] ^= 1 }, plan("a byte appended") { $0.append(0) },
    plan("cut short") { $0.removeLast(100) }, plan("empty") { $0 = [] },
    Tampering("plan file: removed", .changed) { place in
      let file = try #require(try await place.document().infrastructure).planFile
      try FileManager.default.removeItem(atPath: file)
    },
    Tampering("plan file: swapped with another approved plan's", .changed) { place in
      let file = try #require(try await place.document().infrastructure).planFile
      let other = try #require(try await place.document(place.risky).infrastructure).planFile
      try FileManager.default.removeItem(atPath: file)
      try FileManager.default.copyItem(atPath: other, toPath: file)
    },
    Tampering("plan file: a link to another", .changed) { place in
      let file = try #require(try await place.document().infrastructure).planFile
      let other = try #require(try await place.document(place.risky).infrastructure).planFile
      try FileManager.default.removeItem(atPath: file)
      try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: other)
    },
  ]

  private static let members: [Tampering] = [
    "tfplan", "tfstate", "tfstate-prev", "tfconfig/m-/main.tf", "tfconfig/modules.json",
    ".terraform.lock.hcl",
  ].map { name in
    Tampering("zip member: \(name)", .changed) { try await $0.damageMember(name) }
  }

  private static func folder(
    _ name: String, _ act: @escaping @Sendable (TamperedPlace) throws -> Void
  ) -> Tampering {
    Tampering("configuration: \(name)", .changed) { try act($0) }
  }

  private static let configuration: [Tampering] = [
    folder("a value edited") { try $0.replace("\($0.place.folder)/main.tf", "two", "three") },
    folder("a comment added") { try $0.edit("\($0.place.folder)/main.tf") { $0 += Array("# x\n".utf8) } },
    folder("a file added") { try $0.place.write("locals {}\n", "extra.tf") },
    folder("an override file planted") { try $0.place.write("locals {}\n", "main_override.tf") },
    folder("variables planted") { try $0.place.write("x = 1\n", "terraform.tfvars") },
    folder("a file in a subfolder") { try $0.place.write("locals {}\n", "modules/x/main.tf") },
    folder("a file removed") { try FileManager.default.removeItem(atPath: "\($0.place.folder)/main.tf") },
    folder("a file renamed") {
      try FileManager.default.moveItem(
        atPath: "\($0.place.folder)/main.tf", toPath: "\($0.place.folder)/other.tf")
    },
    folder("the folder gone") { try FileManager.default.removeItem(atPath: $0.place.folder) },
    folder("the kept copy edited") {
      try $0.replace(
        "\($0.place.home)/plans/\($0.plan)/configuration/infrastructure/main.tf", "two", "three")
    },
    folder("a file added to the kept copy") {
      try $0.edit("\($0.place.home)/plans/\($0.plan)/configuration/infrastructure/x.tf") { $0 = [0x0A] }
    },
  ]

  private static func state(
    _ name: String, _ act: @escaping @Sendable (TamperedPlace, String) throws -> Void
  ) -> Tampering {
    Tampering("state: \(name)", .changed) { place in
      try act(place, "\(try await place.document().workspace)/terraform.tfstate")
    }
  }

  private static let lockAndState: [Tampering] = [
    Tampering("lock file: edited in the folder", .changed) {
      try $0.edit("\($0.place.folder)/.terraform.lock.hcl") { $0 += Array("# x\n".utf8) }
    },
    Tampering("lock file: edited in the workspace", .changed) { place in
      try place.edit("\(try await place.document().workspace)/.terraform.lock.hcl") {
        $0 += Array("# x\n".utf8)
      }
    },
    Tampering("lock file: removed from the workspace", .changed) { place in
      try FileManager.default.removeItem(
        atPath: "\(try await place.document().workspace)/.terraform.lock.hcl")
    },
    state("serial one higher") { try $0.replace($1, "\"serial\": ", "\"serial\": 1") },
    state("serial one lower") { try $0.replace($1, "\"serial\": 2", "\"serial\": 1") },
    state("another lineage") { place, file in
      try place.edit(file) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        bytes = Array(text.replacing("\"lineage\": \"", with: "\"lineage\": \"0").utf8)
      }
    },
    state("no lineage") { try $0.replace($1, "\"lineage\"", "\"line\"") },
    state("emptied") { try $0.edit($1) { $0 = [] } },
    state("cut short") { try $0.edit($1) { $0.removeLast(40) } },
    state("no JSON") { try $0.edit($1) { $0 = Array("serial 1".utf8) } },
    state("removed") { try FileManager.default.removeItem(atPath: $1) },
    Tampering("state: another workspace's put in its place", .changed) { place in
      let file = "\(try await place.document().workspace)/terraform.tfstate"
      try FileManager.default.removeItem(atPath: file)
      try FileManager.default.copyItem(
        atPath: "\(try await place.document(place.risky).workspace)/terraform.tfstate", toPath: file)
    },
  ]

  private static let setup: [Tampering] = [
    Tampering("workspace: gone", .changed) { place in
      try FileManager.default.removeItem(atPath: try await place.document().workspace)
    },
    Tampering("workspace: another one named in the plan", .changed) { place in
      let other = try await place.document(place.risky).workspace
      try await place.rewrite { $0.workspace = other }
    },
    Tampering("workspace: another folder named in the plan", .changed) { place in
      let other = place.otherFolder
      try await place.rewrite { $0.folder = other }
    },
    Tampering("workspace: the state moved to another backend", .changed) { place in
      let folder = "\(try await place.document().workspace)/.terraform"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try place.edit("\(folder)/terraform.tfstate") {
        $0 = Array(#"{"backend": {"type": "s3", "config": {"bucket": "elsewhere"}}}"#.utf8)
      }
    },
    Tampering("tool: the program edited", .changed) {
      try $0.edit($0.place.shim) { $0 += Array("\n# x\n".utf8) }
    },
    Tampering("tool: another program", .changed, tool: "/bin/true"),
    Tampering("tool: the program removed", .changed) {
      try FileManager.default.removeItem(atPath: $0.place.shim)
    },
  ]
}
