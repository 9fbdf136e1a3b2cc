import Basics

/// A result that is a JSON document, in a fence or without.
struct JSONGuardrail: TaskGuardrail {
  func faults(in text: String) -> [String] {
    do {
      _ = try JSONValue(parsing: FencedBlock.content(of: text))
      return []
    } catch {
      return ["It is not one JSON document: \(error)"]
    }
  }
}
