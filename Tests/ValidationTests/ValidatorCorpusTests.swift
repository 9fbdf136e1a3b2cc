import Basics
import Foundation
import Validation
import Testing

private let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

/// Agreement with the real tool on answers of real models, and on OpenTofu's own test configurations.
@Suite(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: corpus tests are skipped"))
struct ValidatorCorpusTests {
  private let root = URL(filePath: corpora ?? "/")

  private struct Row: Decodable {
    var output: String
    var validates: Bool
    var validate_error: String?

    /// Not the configuration's fault: the recording had no such provider.
    var lacksPlugin: Bool {
      let error = validate_error ?? ""
      return [
        "Failed to query available provider", "encountered problems during init", "Inconsistent dependency",
      ]
      .contains { error.contains($0) }
    }

    var code: String {
      output.firstMatch(of: /```[a-zA-Z]*[ \t]*\n((?s:.*?))```/).map { String($0.output.1) } ?? output
    }
  }

  @Test func agreesWithTheRealValidator() throws {
    var counts: [String: Int] = [:]
    let validator = ConfigurationValidator.builtIn(siblings: [])
    for run in ["baseline__qwen2.5-coder-32b-awq", "baseline__mistral-7b-instruct", "baseline__qwen3-14b"] {
      for row in try rows(run) where !row.lacksPlugin {
        let report = validator.validate(files: ["main.tf": row.code])
        // Referring to itself is refused by `plan`, not by `validate`.
        let isRefused = report.diagnostics.contains { $0.code != "configuration.self-reference" }
        counts["\(row.validates) \(isRefused)", default: 0] += 1
      }
    }
    let (caught, missed) = (counts["false true", default: 0], counts["false false", default: 0])
    let (accepted, alarmed) = (counts["true false", default: 0], counts["true true", default: 0])
    #expect(caught > 100 && accepted > 100)
    #expect(Double(caught) >= 0.95 * Double(caught + missed), "\(counts)")
    #expect(Double(alarmed) <= 0.01 * Double(accepted + alarmed), "\(counts)")
  }

  @Test func acceptsEveryReference() throws {
    struct Task: Decodable {
      var reference: String
    }
    let validator = ConfigurationValidator.builtIn()
    for line in try lines("iac-eval/tasks.jsonl.gz") {
      let task = try JSONDecoder().decode(Task.self, from: Data(line.utf8))
      #expect(validator.validate(files: ["main.tf": task.reference]).diagnostics.isEmpty)
    }
  }

  @Test func acceptsValidModules() throws {
    let folder = root.appending(path: "opentofu/valid-modules")
    for module in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      let files = try configuration(in: module)
      let report = ConfigurationValidator.builtIn().validate(files: files)
      // These load, but would not all pass the provider's own checks.
      let problems = report.diagnostics.filter {
        $0.code.hasPrefix("configuration.") && !$0.code.hasSuffix("self-reference")
      }
      #expect(problems.isEmpty, "\(module.lastPathComponent): \(problems)")
    }
  }

  @Test func refusesInvalidConfigurations() throws {
    let validator = ConfigurationValidator.builtIn()
    let folder = root.appending(path: "opentofu")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "invalid-files"), includingPropertiesForKeys: nil)
    for file in files where file.pathExtension == "tf" {
      let report = validator.validate(files: ["main.tf": try String(contentsOf: file, encoding: .utf8)])
      #expect(report.verdict == .invalid, "\(file.lastPathComponent)")
    }
    let modules = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "invalid-modules"), includingPropertiesForKeys: nil)
    for module in modules {
      #expect(
        validator.validate(files: try configuration(in: module)).verdict == .invalid,
        "\(module.lastPathComponent)")
    }
  }

  private func configuration(in folder: URL) throws -> [String: String] {
    let found = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try Dictionary(
      uniqueKeysWithValues: found.filter { $0.pathExtension == "tf" }.map {
        ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
      })
  }

  private func rows(_ run: String) throws -> [Row] {
    try lines("iac-eval/outputs/\(run).jsonl.gz").map {
      try JSONDecoder().decode(Row.self, from: Data($0.utf8))
    }
  }

  private func lines(_ packed: String) throws -> [Substring] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", root.appending(path: packed).path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }
}
