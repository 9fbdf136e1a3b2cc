import Basics
import Foundation
import HCL
import Testing

private let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

/// Real configurations: the parser and the printer agree with the real tool on every one of them.
@Suite(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: corpus tests are skipped"))
struct CorpusTests {
  private let root = URL(filePath: corpora ?? "/")

  @Test(arguments: ["opentofu/valid-files", "opentofu/valid-modules"])
  func acceptsValidConfigurations(_ folder: String) throws {
    for file in try files(folder, suffix: ".tf") {
      let parsed = HCLFile(path: file.lastPathComponent, text: try String(contentsOf: file, encoding: .utf8))
      #expect(parsed.diagnostics.isEmpty, "\(file.path)")
    }
  }

  /// The conformance suite says with a file of expected diagnostics which of its texts are wrong.
  @Test func agreesWithTheConformanceSuite() throws {
    for file in try files("hcl/specsuite", suffix: ".t") {
      let source = file.deletingPathExtension().appendingPathExtension("hcl")
      let text = try String(contentsOf: source, encoding: .utf8)
      let expectation = HCLFile(path: "t", text: try String(contentsOf: file, encoding: .utf8))
      let errors = expectation.body.blocks("diagnostics").flatMap { $0.body.blocks("error") }
      let lines = errors.flatMap { $0.body.blocks("from") }.compactMap { block in
        block.body.attribute("line").flatMap {
          if case .literal(let line) = $0.value.kind { line.integer } else { nil }
        }
      }
      let isSchemaError =
        ["expected", "unexpected"].contains { source.lastPathComponent.hasPrefix($0) }
        || source.lastPathComponent == "single_expected.hcl"
      if isSchemaError { continue }
      #expect(
        HCLFile(path: "x", text: text).diagnostics.compactMap { $0.range?.start.line } == lines,
        "\(source.path)")
    }
  }

  @Test func formatsTwiceTheSame() throws {
    for text in try answers("baseline__qwen3-14b") {
      guard let once = HCLFormatter.format(text) else { continue }
      #expect(HCLFormatter.format(once) == once)
    }
  }

  private static let tool = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":")
    .map { "\($0)/terraform" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    .enabled(if: tool != nil, "terraform is not on the PATH"),
    arguments: ["baseline__qwen2.5-coder-3b", "baseline__codellama-13b-instruct"])
  func agreesWithTheRealFormatter(_ run: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    let texts = try answers(run)
    for (index, text) in texts.enumerated() {
      try text.write(to: folder.appending(path: "\(index).tf"), atomically: false, encoding: .utf8)
    }
    let errors = try output(of: Self.tool ?? "", ["fmt", "-no-color", "-list=false", "."], in: folder)
    for (index, text) in texts.enumerated() {
      let isRefused = errors.contains(" on \(index).tf line ")
      let formatted = HCLFormatter.format(text)
      #expect((formatted == nil) == isRefused, "\(run) \(index)")
      let expected = try String(contentsOf: folder.appending(path: "\(index).tf"), encoding: .utf8)
      #expect(formatted ?? text == expected, "\(run) \(index)")
    }
  }

  private func files(_ folder: String, suffix: String) throws -> [URL] {
    let found = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    let files = (found?.compactMap { $0 as? URL } ?? []).filter { $0.lastPathComponent.hasSuffix(suffix) }
    try #require(!files.isEmpty)
    return files
  }

  /// The fenced code of every recorded answer of one run, or the whole answer where nothing is fenced.
  private func answers(_ run: String) throws -> [String] {
    let packed = root.appending(path: "iac-eval/outputs/\(run).jsonl.gz")
    let lines = try output(of: "/usr/bin/env", ["gzip", "-dc", packed.path], in: root)
    return try lines.split(separator: "\n").map { line in
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      guard let fence = row.output.firstMatch(of: /```[a-zA-Z]*[ \t]*\n((?s:.*?))```/) else {
        return row.output
      }
      return String(fence.output.1)
    }
  }

  private struct Row: Decodable {
    var output: String
  }

  private func output(of tool: String, _ arguments: [String], in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
