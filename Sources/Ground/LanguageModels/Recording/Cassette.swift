import Basics
import FoundationEssentials
import Glibc
import Synchronization

/// Recorded answers in a file that can be carried to another machine: one JSON object a line with the key of a
/// request, the model and its answer. Neither the request nor a provider's key is in it.
package final class Cassette: AnswerShelf {
  private let path: String
  private let state: Mutex<State>

  private struct State {
    var answers: [String: ModelResponse] = [:]
    var models: [ModelName] = []
    var file: FileHandleBox?
  }

  /// Closes the file with the last reference.
  private final class FileHandleBox: Sendable {
    let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }
    deinit { close(descriptor) }
  }

  private init(_ path: String, state: State) {
    self.path = path
    self.state = Mutex(state)
  }

  deinit {
    // A run that failed before its first answer leaves no empty file in the way of the next one.
    state.withLock { state in
      if state.file != nil, state.answers.isEmpty { unlink(path) }
    }
  }

  /// A cassette to record on. The file must not be there: a recording is whole or it is none.
  package static func recording(to path: String) throws(ModelError) -> Cassette {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw ModelError(
        .configuration, summary: "The cassette cannot be written",
        detail: "\(path): \(String(cString: strerror(errno))). Name a file that is not there yet.")
    }
    return Cassette(path, state: State(file: FileHandleBox(descriptor)))
  }

  /// A recorded cassette to play.
  package static func playing(_ path: String) throws(ModelError) -> Cassette {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ModelError(
        .configuration, summary: "The cassette cannot be read", detail: "There is no file \(path) to read.")
    }
    var state = State()
    for (number, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
      do {
        let entry = try JSONValue(parsing: Array(line)).decoded(as: Entry.self)
        state.answers[entry.key] = entry.answer
        if let name = ModelName(entry.model), !state.models.contains(name) { state.models.append(name) }
      } catch {
        throw ModelError(
          .configuration, summary: "The cassette is damaged",
          detail: "\(path):\(number + 1) is not a recorded answer.")
      }
    }
    return Cassette(path, state: state)
  }

  private struct Entry: Codable {
    var key: String
    var model: String
    var answer: ModelResponse
  }

  /// Whose answers are on it, in the order in which they were first recorded.
  package var models: [ModelName] { state.withLock { $0.models } }

  package func answer(_ key: String) async throws -> ModelResponse? {
    state.withLock { $0.answers[key] }
  }

  package func keep(_ answer: ModelResponse, key: String, of model: ModelName) async throws {
    let entry = try JSONValue(encoding: Entry(key: key, model: model.description, answer: answer))
    let line = Array((entry.canonical + "\n").utf8)
    let written = state.withLock { state in
      guard state.answers.updateValue(answer, forKey: key) == nil, let file = state.file else { return true }
      return line.withUnsafeBytes { write(file.descriptor, $0.baseAddress, $0.count) } == line.count
    }
    guard written else {
      throw ModelError(
        .configuration, summary: "The cassette cannot be written",
        detail: "\(path): \(String(cString: strerror(errno))). What is on it so far can be played.")
    }
  }
}
