import Foundation

/// The public test data, read from where `CONSILIUM_CORPORA` says.
struct Corpora {
  let root: URL

  /// Every recorded run, such as `baseline__qwen3-8b`, sorted by name.
  func runs() throws -> [(name: String, answers: [Answer])] {
    let ending = ".jsonl.gz"
    let names = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "iac-eval/outputs").path)
    return try names.filter { $0.hasSuffix(ending) }.sorted().map { file in
      let answers = try lines("iac-eval/outputs/\(file)").map {
        try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
      }
      return (String(file.dropLast(ending.count)), answers)
    }
  }

  /// Every reference solution, by the name of its task.
  func namedReferences() throws -> [(name: String, text: String)] {
    struct Task: Decodable {
      let id: String
      let reference: String
    }
    return try lines("iac-eval/tasks.jsonl.gz").map {
      let task = try JSONDecoder().decode(Task.self, from: Data($0.utf8))
      return (task.id, task.reference)
    }
  }

  /// Every request in plain language, by the name of its task.
  func prompts() throws -> [(name: String, text: String)] {
    struct Task: Decodable {
      let id: String
      let prompt: String
    }
    return try ["iac-eval/tasks.jsonl.gz", "requests/intents.jsonl.gz"].flatMap { file in
      try lines(file).map {
        let task = try JSONDecoder().decode(Task.self, from: Data($0.utf8))
        return (task.id, task.prompt)
      }
    }
  }

  /// Every reference solution.
  func references() throws -> [String] {
    struct Task: Decodable {
      let reference: String
    }
    return try lines("iac-eval/tasks.jsonl.gz").map {
      try JSONDecoder().decode(Task.self, from: Data($0.utf8)).reference
    }
  }

  /// The configurations of a folder: each file and each folder in it as path to text.
  func configurations(_ folder: String) throws -> [(name: String, files: [String: String])] {
    let base = root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: base.path).sorted().compactMap { name in
      let files = try texts(in: base.appending(path: name))
      return files.isEmpty ? nil : (name, files)
    }
  }

  private func texts(in place: URL) throws -> [String: String] {
    let isFolder = try place.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
    guard isFolder else {
      let name = place.lastPathComponent
      return isConfiguration(name) ? [name: try String(contentsOf: place, encoding: .utf8)] : [:]
    }
    let names = FileManager.default.subpaths(atPath: place.path) ?? []
    let pairs = try names.filter(isConfiguration).map { name in
      (name, try String(contentsOf: place.appending(path: name), encoding: .utf8))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private func isConfiguration(_ name: String) -> Bool {
    name.hasSuffix(".tf") || name.hasSuffix(".tf.json")
  }

  private func lines(_ packed: String) throws -> [Substring] {
    try Tool("/usr/bin/env").run(["gzip", "-dc", root.appending(path: packed).path], in: root).text
      .split(separator: "\n")
  }
}
