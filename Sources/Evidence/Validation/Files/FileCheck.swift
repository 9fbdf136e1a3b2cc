import ResourceGraph
import Basics
import HCL

/// Finds calls that read files which are not there, and templates that cannot be filled.
package struct FileCheck {
  package static let readers: Set<String> = [
    "file", "filebase64", "filebase64sha256", "filebase64sha512", "filemd5", "filesha1", "filesha256",
    "filesha512",
    "templatefile",
  ]

  private let module: Module
  private let evaluator: ModuleEvaluator
  private let finder: any FileFinder
  private(set) var diagnostics: [Diagnostic] = []
  /// Files that lie where this check cannot look.
  private(set) var unchecked: Set<String> = []

  init(_ module: Module, evaluator: ModuleEvaluator, finder: any FileFinder) {
    self.module = module
    self.evaluator = evaluator
    self.finder = finder
  }

  mutating func run() {
    for resource in module.resources { check(resource.block.body, address: resource.address) }
    for block in module.providers + Array(module.outputs.values) + Array(module.calls.values) {
      check(block.body, address: nil)
    }
    for local in module.locals.values { check(local.value, address: nil, isTried: false) }
  }

  private mutating func check(_ body: Body, address: String?) {
    for attribute in body.attributes { check(attribute.value, address: address, isTried: false) }
    for block in body.blocks where block.type != "provisioner" { check(block.body, address: address) }
  }

  /// - Parameter isTried: whether `try` or `can` stands around it, for which a failure is an answer.
  private mutating func check(_ expression: HCLExpression, address: String?, isTried: Bool) {
    var isTried = isTried
    switch expression.kind {
    case .call(let call):
      isTried = isTried || call.name == "try" || call.name == "can"
      if !isTried, Self.readers.contains(call.name) { check(call, address: address) }
    case .conditional(let condition, let yes, let no):
      // Only the branch that is taken is worked out; which one that is, is not known here.
      let decided = evaluator.peek(condition).bool
      check(condition, address: address, isTried: isTried)
      check(yes, address: address, isTried: isTried || decided != true)
      return check(no, address: address, isTried: isTried || decided != false)
    default: break
    }
    for child in expression.children { check(child, address: address, isTried: isTried) }
  }

  private mutating func check(_ call: FunctionCall, address: String?) {
    guard let argument = call.arguments.first, let path = evaluator.peek(argument).text else { return }
    switch finder.find(path) {
    case .present: break
    case .unknown: unchecked.insert("file \(path)")
    case .absent:
      report(
        "Invalid value for \"path\" parameter: no file exists at \"\(path)\"; this function works only with files that are "
          + "distributed as part of the configuration source code.", range: argument.range, address: address)
    case .text(let text):
      guard call.name == "templatefile", call.arguments.count == 2 else { return }
      let template = TemplateCheck(text, path: path)
      let given = evaluator.peek(call.arguments[1])
      if let problem = template.problem(with: given, written: call.arguments[1]) {
        report(problem, range: call.arguments[1].range, address: address)
      }
    }
  }

  private mutating func report(_ detail: String, range: SourceRange, address: String?) {
    diagnostics.append(
      Diagnostic(
        code: "configuration.file", summary: "Invalid function argument", detail: detail, range: range,
        address: address))
  }
}
