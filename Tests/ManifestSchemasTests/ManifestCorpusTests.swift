import Basics
import Foundation
import ManifestSchemas
import Manifests
import Testing

/// Objects of real suites: those with every field set, and those named for what is wrong with them.
struct ManifestCorpusTests {
  private static let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

  private struct Judged {
    var name: String
    var verdict: ManifestValidator.Verdict
    var faults: [String]
  }

  private func judged(_ folder: String) throws -> [Judged] {
    let root = URL(filePath: "\(try #require(Self.corpora))/kubernetes/\(folder)")
    let validator = try ManifestValidator()
    let names = FileManager.default.subpaths(atPath: root.path) ?? []
    return try names.sorted().filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.map { name in
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      let read = ManifestReader.read(text, file: name, isForeign: true)
      let verdict = validator.validate(read.manifests)
      return Judged(
        name: name, verdict: verdict,
        faults: (read.diagnostics + verdict.diagnostics).map { "\($0.code): \($0.detail)" })
    }
  }

  /// Every object of a kind that Kubernetes still has and keeps in files is valid, or its version is said to be removed.
  @Test(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: corpus tests are skipped"))
  func objectsWithEveryFieldAreValid() throws {
    var (valid, removed, unknown) = (0, 0, 0)
    for one in try judged("every-field") {
      // The objects are named, and enumerations filled, with words that stand for any.
      let held = one.faults.filter { !$0.hasPrefix("manifest.taken-value") }
      let faults = held.filter { !$0.hasPrefix("manifest.missing-field: A Kubernetes object needs") }
      if faults.contains(where: { $0.hasPrefix("manifest.removed-api-version") }) {
        removed += 1
      } else if !one.verdict.unchecked.isEmpty || faults.count < held.count {
        unknown += 1
        #expect(faults.isEmpty, "\(one.name)")
      } else {
        valid += 1
        #expect(faults.isEmpty, "\(one.name)")
      }
    }
    print(
      "every field: \(valid) valid, \(removed) of removed versions, \(unknown) of kinds that are not here")
    #expect(valid >= 50)
  }

  @Test(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: corpus tests are skipped"))
  func fixturesAreJudgedAsTheirNamesSay() throws {
    for one in try judged("kubeconform") {
      let name = one.name.split(separator: "/").last ?? ""
      let isWrong = name.contains("invalid") || name.contains("missing")
      #expect(one.faults.isEmpty != isWrong, "\(one.name): \(one.faults)")
      let isForeign = name == "test_crd.yaml" || name.hasPrefix("grafana")
      if !isWrong {
        #expect(one.verdict.unchecked.isEmpty != isForeign, "\(one.name): \(one.verdict.unchecked)")
      }
    }
  }
}
