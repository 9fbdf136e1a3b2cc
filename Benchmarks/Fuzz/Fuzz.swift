import Basics
import HCL

/// Feeds bytes to the parser, the printer and the evaluator; nothing may crash or hang, and printing twice gives the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let file = HCLFile(path: "fuzz.tf", text: text)
  var evaluator = Evaluator(scope: Scope(), budget: 20_000)
  evaluate(file.body, &evaluator)
  // The real tool joins tokens of a few texts to others that no longer parse (`1.1.<tab>1`), and so does ours.
  if let once = HCLFormatter.format(text), let twice = HCLFormatter.format(once) {
    precondition(twice == once, "printing twice changes the text")
  }
  evaluate(HCLFile(path: "fuzz.tf.json", json: text).body, &evaluator)
  precondition(ModelAnswer(text).blocks.count <= count + 1)
  return 0
}

private func evaluate(_ body: Body, _ evaluator: inout Evaluator) {
  for attribute in body.attributes { _ = evaluator.evaluate(attribute.value) }
  for block in body.blocks { evaluate(block.body, &evaluator) }
}
