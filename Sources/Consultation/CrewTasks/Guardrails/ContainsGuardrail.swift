/// A result with a certain text in it.
struct ContainsGuardrail: TaskGuardrail {
  let text: String

  func faults(in result: String) -> [String] {
    result.contains(text) ? [] : ["The text '\(text)' is not in it."]
  }
}
