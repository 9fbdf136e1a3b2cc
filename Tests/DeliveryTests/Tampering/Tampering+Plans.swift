import Delivery
import Digests
import FoundationEssentials
import Testing
import Vocabulary

/// What somebody with access to the store may write there.
extension Tampering {
  static let documents: [Tampering] = [
    Tampering("kept plan: a change left out", .changed) { try await $0.rewrite { $0.changes = [] } },
    Tampering("kept plan: no risks", .changed, target: .risky) {
      try await $0.rewrite($0.risky) { $0.risks = [] }
    },
    Tampering("kept plan: no risks, digest made anew", .changed, target: .risky) {
      try await $0.rewrite($0.risky, digests: true) { $0.risks = [] }
    },
    Tampering("kept plan: one approver is enough", .changed, target: .risky) {
      try await $0.rewrite($0.risky, digests: true) { $0.rules.approversAtRisk = 1 }
    },
    Tampering("kept plan: another price", .changed) { try await $0.rewrite { $0.appraisal.after = -1 } },
    Tampering("kept plan: a finding left out", .changed) {
      try await $0.rewrite(digests: true) { $0.appraisal.findings = ["none"] }
    },
    Tampering("kept plan: another person asked", .forged) { try await $0.rewrite { $0.requester = "olaf" } },
    Tampering("kept plan: the files' digests made anew", .changed) { place in
      try place.replace("\(place.place.folder)/main.tf", "two", "three")
      let digest = try Tampering.digest(of: "\(place.place.folder)/main.tf")
      try place.replace(
        "\(place.place.home)/plans/\(place.plan)/configuration/infrastructure/main.tf", "two", "three")
      try await place.rewrite(digests: true) { $0.artifacts["infrastructure/main.tf"] = digest }
    },
    Tampering("kept plan: the plan file's digest made anew", .changed) { place in
      let file = try #require(try await place.document().infrastructure).planFile
      try place.edit(file) { $0.append(0) }
      let digest = try Tampering.digest(of: file)
      try await place.rewrite(digests: true) { $0.infrastructure?.planFileDigest = digest }
    },
    Tampering("kept plan: another plan file named", .changed) { place in
      let other = try #require(try await place.document(place.risky).infrastructure)
      try await place.rewrite {
        $0.infrastructure?.planFile = other.planFile
        $0.infrastructure?.planFileDigest = other.planFileDigest
      }
    },
    Tampering("kept plan: the digest overwritten", .changed) {
      try await $0.sql("UPDATE plan SET digest = 'x' WHERE id = ?", [$0.plan])
    },
    Tampering("kept plan: not readable", .changed) {
      try await $0.sql("UPDATE plan SET document = '{}' WHERE id = ?", [$0.plan])
    },
  ]
}

extension Tampering {
  static func digest(of file: String) throws -> String {
    Digest(of: try Data(contentsOf: URL(filePath: file))).hexadecimal
  }
}
