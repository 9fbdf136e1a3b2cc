import ResourceGraph
import Basics
import HCL

/// Finds calls that read files which are not there.
package struct FileCheck {
  package static let readers: Set<String> = [
    "file", "filebase64", "filebase64sha256", "filebase64sha512", "filemd5", "filesha1", "filesha256",
    "filesha512",
    "templatefile",
  ]

  private let module: Module
  private let evaluator: ModuleEvaluator
  private let paths: Set<String>

  init(_ module: Module, evaluator: ModuleEvaluator, paths: Set<String>) {
    self.module = module
    self.evaluator = evaluator
    self.paths = paths
  }

  func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for resource in module.resources {
      collect(resource.block.body, address: resource.address, found: &found)
    }
    for block in module.providers + module.outputs.values { collect(block.body, address: nil, found: &found) }
    for local in module.locals.values { collect(local.value, address: nil, found: &found) }
    return found
  }

  private func collect(_ body: Body, address: String?, found: inout [Diagnostic]) {
    for attribute in body.attributes { collect(attribute.value, address: address, found: &found) }
    for block in body.blocks where block.type != "provisioner" {
      collect(block.body, address: address, found: &found)
    }
  }

  private func collect(_ expression: HCLExpression, address: String?, found: inout [Diagnostic]) {
    for call in expression.calls where Self.readers.contains(call.name) {
      guard let argument = call.arguments.first, let path = evaluator.peek(argument).text,
        !Self.exists(path, in: paths)
      else { continue }
      found.append(
        Diagnostic(
          code: "configuration.file", summary: "Invalid function argument",
          detail:
            "Invalid value for \"path\" parameter: no file exists at \"\(path)\"; this function works only with files "
            + "that are distributed as part of the configuration source code.",
          range: argument.range, address: address))
    }
  }

  /// Whether a path names one of the files; outside of the configuration nothing is distributed with it.
  package static func exists(_ path: String, in paths: Set<String>) -> Bool {
    if path.hasPrefix("~") || path.hasPrefix("/") { return false }
    var relative = path[...]
    while relative.hasPrefix("./") { relative = relative.dropFirst(2) }
    return paths.contains(String(relative))
  }
}
