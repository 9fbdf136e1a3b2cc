import Basics
import StrictYAML

/// A result that is YAML, in a fence or without.
struct YAMLGuardrail: TaskGuardrail {
  func faults(in text: String) -> [String] {
    do {
      let documents = try StrictYAML.documents(FencedBlock.content(of: text), file: "result")
      return documents.contains { $0.pairs != nil || $0.elements != nil }
        ? [] : ["It is not YAML with keys or a list."]
    } catch {
      return ["It is not YAML: \(error)"]
    }
  }
}
