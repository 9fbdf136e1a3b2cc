import Basics
import Foundation
import LanguageModels
import Testing

/// Recorded answers on another machine.
struct CassetteTests {
  private static let request = ModelRequest(messages: [.user("hello")], seed: 1)
  private let path = FileManager.default.temporaryDirectory.appending(path: "cassette-\(UUID().uuidString)")
    .path()

  @Test func whatWasRecordedIsPlayedAndNothingElse() async throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let model = ScriptedModel(answers: ["good day"])
    let recorder = CachedModel(model, shelf: try Cassette.recording(to: path))
    _ = try await recorder.respond(to: Self.request)
    let player = ReplayingModel(name: model.name, cassette: try Cassette.playing(path))
    #expect(try await player.respond(to: Self.request).text == "good day")
    var streamed = Self.request
    streamed.streams = false
    #expect(try await player.respond(to: streamed).text == "good day")
    let other = ModelRequest(messages: [.user("good bye")])
    let error = await #expect(throws: ModelError.self) { try await player.respond(to: other) }
    #expect(error?.code == .notRecorded)
  }

  @Test func aRecordingNeverOverwrites() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try Cassette.recording(to: path)
    let error = #expect(throws: ModelError.self) { try Cassette.recording(to: path) }
    #expect(error?.code == .configuration)
    #expect(first.models.isEmpty)
  }

  @Test func theKeyIsThatOfTheRequestAndTheModel() {
    let name = ModelName(provider: "a", model: "b")
    let key = AnswerKey.key(Self.request, model: name)
    #expect(key == AnswerKey.key(Self.request, model: name))
    #expect(key != AnswerKey.key(Self.request, model: ModelName(provider: "a", model: "c")))
    var warmer = Self.request
    warmer.temperature = 1
    #expect(key != AnswerKey.key(warmer, model: name))
  }
}
