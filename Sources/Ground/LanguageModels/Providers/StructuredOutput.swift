/// How a provider is made to hold an answer to a JSON Schema. Whatever it does, the answer is validated here.
package enum StructuredOutput: String, Hashable, Sendable, CaseIterable {
  /// By the protocol's own means.
  case native
  /// OpenAI's older `json_object`, with the schema beside it, as llama-cpp-python and others take it.
  case jsonObject = "json_object"
  /// Not at all: by the words of the prompt and one repair turn.
  case prompted
}
