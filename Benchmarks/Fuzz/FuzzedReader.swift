import Basics
import CrewFile
import HCL
import Manifests
import ResourceGraph
import StrictYAML
import Tables

@testable import LanguageModels

/// A reader of what others wrote. What cannot be read is refused by an error; anything else ends the fuzzer.
enum FuzzedReader: String, CaseIterable {
  case hcl, plan, state, yaml, stream, crew, table

  func read(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .hcl: Self.language(text)
    case .plan: Self.heard { _ = try Plan(json: text) }
    case .state: Self.heard { _ = try State(json: text) }
    case .yaml:
      Self.heard { _ = try StrictYAML.documents(text, file: "fuzz.yaml") }
      _ = ManifestReader.read(text, file: "fuzz.yaml", isForeign: true)
    case .stream: Self.stream(bytes)
    case .crew:
      Self.heard { _ = try CrewFile.load(text, file: "agents.yaml", prompts: [("architect.md", text)]) }
      Self.heard { _ = try OwnConfiguration(text, file: "consilium.yaml") }
    case .table:
      for dialect in [CSVDialect.strict, .lenient] {
        Self.heard { _ = try CSVText.rows(bytes, dialect: dialect) }
      }
    }
  }

  /// An error is an answer, as long as it says something.
  private static func heard(_ work: () throws -> Void) {
    do { try work() } catch { precondition(!"\(error)".isEmpty, "an error without words") }
  }

  /// Printing twice gives the same, and what is evaluated ends within its steps.
  private static func language(_ text: String) {
    let file = HCLFile(path: "fuzz.tf", text: text)
    var evaluator = Evaluator(scope: Scope(), budget: 20_000)
    evaluate(file.body, &evaluator)
    // The real tool joins tokens of a few texts to others that no longer parse (`1.1.<tab>1`), and so does ours.
    if let once = HCLFormatter.format(text), let twice = HCLFormatter.format(once) {
      precondition(twice == once, "printing twice changes the text")
    }
    evaluate(HCLFile(path: "fuzz.tf.json", json: text).body, &evaluator)
    precondition(ModelAnswer(text).blocks.count <= text.utf8.count + 1)
    _ = ResourceGraph(files: ["main.tf": text])
  }

  private static func evaluate(_ body: Body, _ evaluator: inout Evaluator) {
    for attribute in body.attributes { _ = evaluator.evaluate(attribute.value) }
    for block in body.blocks { evaluate(block.body, &evaluator) }
  }

  /// Every protocol, in pieces whose length the first byte says, and whole. What is read never gets shorter.
  private static func stream(_ bytes: [UInt8]) {
    let piece = max(1, Int(bytes.first ?? 1))
    let request = ModelRequest(messages: [.user("x")])
    for kind in WireKind.allCases {
      var reader = WireReader(wire: kind.wire)
      heard {
        for start in stride(from: 0, to: bytes.count, by: piece) {
          _ = try reader.take(Array(bytes[start..<min(bytes.count, start + piece)]))
        }
        try reader.finish()
      }
      _ = reader.answer.response(to: request)
      var whole = WireReader(wire: kind.wire)
      heard { _ = try whole.take(whole: bytes) }
      _ = whole.answer.response(to: request)
      // Frames carry sums that no fuzzer guesses, so their documents are read without them.
      var answer = AnswerInProgress()
      heard {
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
          try kind.wire.read(event: WireReader.document(Array(line)), into: &answer)
        }
      }
      _ = answer.response(to: request)
    }
  }
}
