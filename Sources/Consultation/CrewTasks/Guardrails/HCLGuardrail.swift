import HCL

/// A result that is a configuration that can be read.
struct HCLGuardrail: TaskGuardrail {
  func faults(in text: String) -> [String] {
    let file = HCLFile(path: "result", text: ModelAnswer(text).configuration)
    if file.body.blocks.isEmpty, file.body.attributes.isEmpty { return ["There is no configuration in it."] }
    return file.diagnostics.map { "\($0)" }
  }
}
