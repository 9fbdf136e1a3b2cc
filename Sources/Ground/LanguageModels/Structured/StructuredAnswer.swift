import Basics
import JSONSchema

/// Holds a model to a form: its answer is checked against the schema, and an answer that does not fit is sent back once
/// with what the validator says.
package struct StructuredAnswer: Sendable {
  private let format: AnswerFormat
  private let schema: JSONSchema
  private let check: @Sendable (JSONValue) -> [String]
  private let wish: @Sendable (JSONValue) -> [String]

  /// - Parameters:
  ///   - format: what is sent; near misses of the values that it lists are read.
  ///   - schema: what the answer has to fit; nil for that of `format`.
  ///   - check: what else is wrong with a document that fits the schema, a sentence each.
  ///   - wish: what is sent back once, and taken as it is where the second answer still has it.
  package init(
    _ format: AnswerFormat, schema: JSONValue? = nil,
    check: @escaping @Sendable (JSONValue) -> [String] = { _ in [] },
    wish: @escaping @Sendable (JSONValue) -> [String] = { _ in [] }
  ) {
    self.format = format
    self.check = check
    self.wish = wish
    self.schema = JSONSchema(schema ?? format.schema)
  }

  /// The document in an answer that fits the form.
  /// - Throws: `invalidAnswer` with everything that does not fit, each with its place.
  package func document(in answer: String) throws(ModelError) -> JSONValue {
    guard let found = AnswerDocument.find(in: answer) else {
      throw invalid("There is no JSON document in it.")
    }
    let document = AnswerAlignment.aligned(found, to: format.schema)
    let violations = schema.violations(in: document).map(\.description)
    let faults = violations.isEmpty ? check(document) : violations
    guard faults.isEmpty else { throw invalid(faults.prefix(8).joined(separator: "\n")) }
    return document
  }

  /// Asks, and asks once more where the answer does not fit.
  /// - Parameters:
  ///   - ask: makes a call, with whatever tools there are, and gives the answer.
  ///   - repair: the words that go back with what does not fit.
  package func answer(
    to request: ModelRequest, ask: (ModelRequest) async throws -> ModelResponse,
    repair: (String) throws -> String
  ) async throws -> JSONValue {
    var request = request
    request.format = format
    let first = try await ask(request)
    do throws(ModelError) {
      let document = try document(in: first.text)
      let wishes = wish(document)
      guard wishes.isEmpty else { throw invalid(wishes.prefix(8).joined(separator: "\n")) }
      return document
    } catch {
      let faults = first.finish == .length ? "It was cut off at its longest.\n\(error.detail)" : error.detail
      request.messages += [.assistant(first.text), .user(try repair(faults))]
      return try document(in: try await ask(request).text)
    }
  }

  private func invalid(_ faults: String) -> ModelError {
    ModelError(
      .invalidAnswer, summary: "The answer does not have the form '\(format.name)'", detail: faults)
  }
}
