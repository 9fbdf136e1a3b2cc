import Basics
import ExternalTools
import Foundation

/// Reads a suite from a folder: `tasks.jsonl` with an `id` and a `prompt` on each line, and `outputs/MODEL.jsonl` with
/// the `id`, the `output` and the verdict of each answer. Files may be packed (`.gz`).
package struct SuiteReader: Sendable {
  private let environment: [String: String]

  package init(environment: [String: String]) {
    self.environment = environment
  }

  /// - Parameter pattern: a glob over the names of the models: `baseline__*`.
  package func suite(at path: String, models pattern: String) async throws -> Suite {
    let folder = URL(filePath: path)
    let requests = try await lines(folder.appending(path: "tasks"), as: SuiteRequest.self)
    let outputs = folder.appending(path: "outputs")
    let names = try self.names(in: outputs)
    let models = names.filter { Glob(pattern).matches($0) }
    guard !models.isEmpty else {
      throw EvaluationError(
        .noModels, summary: "No model matches",
        detail: "'\(pattern)' matches none of the suite's models: \(names.joined(separator: ", ")).")
    }
    var answers: [String: [String: RecordedAnswer]] = [:]
    for model in models {
      let all = try await lines(outputs.appending(path: model), as: RecordedAnswer.self)
      answers[model] = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return Suite(name: folder.lastPathComponent, requests: requests, models: models, answers: answers)
  }

  /// The requests alone: of a folder with `tasks.jsonl`, or of such a file.
  package func requests(at path: String) async throws -> [SuiteRequest] {
    let url = URL(filePath: path)
    for ending in [".jsonl.gz", ".jsonl"] where path.hasSuffix(ending) {
      let stem = url.deletingLastPathComponent().appending(
        path: String(url.lastPathComponent.dropLast(ending.count)))
      return try await lines(stem, as: SuiteRequest.self)
    }
    return try await lines(url.appending(path: "tasks"), as: SuiteRequest.self)
  }

  private func names(in folder: URL) throws(EvaluationError) -> [String] {
    let files: [String]
    do {
      files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      throw EvaluationError(
        .noSuite, summary: "No suite here", detail: "Cannot read folder '\(folder.path)'.")
    }
    let names = files.compactMap { file in
      [".jsonl.gz", ".jsonl"].first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) }
    }
    return Set(names).sorted()
  }

  private func lines<Line: Decodable>(_ stem: URL, as type: Line.Type) async throws -> [Line] {
    let text = try await text(stem)
    let decoder = JSONDecoder()
    return try text.split(separator: "\n").enumerated().map { index, line throws(EvaluationError) in
      do {
        return try decoder.decode(Line.self, from: Data(line.utf8))
      } catch {
        throw EvaluationError(
          .brokenLine, summary: "A line of the suite cannot be read",
          detail: "\(stem.path).jsonl:\(index + 1): \(error)")
      }
    }
  }

  private func text(_ stem: URL) async throws -> String {
    let plain = stem.path + ".jsonl"
    let packed = plain + ".gz"
    if FileManager.default.fileExists(atPath: plain) {
      return try String(contentsOfFile: plain, encoding: .utf8)
    }
    guard FileManager.default.fileExists(atPath: packed) else {
      throw EvaluationError(
        .noSuite, summary: "A file of the suite is missing",
        detail: "There is neither \(plain) nor \(packed).")
    }
    guard let gzip = ToolFinder.find("gzip", environment: environment) else {
      throw EvaluationError(
        .noSuite, summary: "A file of the suite is packed", detail: "gzip, which unpacks it, is not in PATH.")
    }
    let result = try await ProcessRunner.run(
      ProcessCall(
        executable: gzip, arguments: ["-dc", packed], environment: [:], directory: "/",
        outputLimit: 512 << 20))
    guard result.status == 0 else {
      throw EvaluationError(
        .brokenLine, summary: "A file of the suite cannot be unpacked", detail: "\(packed): \(result.errors)")
    }
    return result.output
  }
}
