import Basics
import Foundation
import HCL

/// The conformance suite of the language: each case is a text, what it is to be read as, and the values or the mistakes
/// that this gives.
struct ConformanceSuite {
  private(set) var cases = 0
  private(set) var failures: [String] = []

  var passed: Int { cases - failures.count }

  init(_ root: URL) throws {
    let names = FileManager.default.subpaths(atPath: root.path) ?? []
    for name in names.sorted() where name.hasSuffix(".t") {
      cases += 1
      let base = root.appending(path: name).deletingPathExtension()
      func file(_ ending: String) throws -> HCLFile {
        let url = base.appendingPathExtension(ending)
        return HCLFile(path: url.lastPathComponent, text: try String(contentsOf: url, encoding: .utf8))
      }
      if let failure = Self.failure(try file("hcl"), spec: try file("hcldec"), expected: try file("t")) {
        failures.append("\(name): \(failure)")
      }
    }
  }

  private static func failure(_ file: HCLFile, spec: HCLFile, expected: HCLFile) -> String? {
    var decoder = SpecDecoder(spec)
    let value = decoder.decode(file.body)
    let found = (file.diagnostics + (file.hasErrors ? [] : decoder.diagnostics)).compactMap(\.range).map(
      place)
    let errors = expected.body.blocks("diagnostics").flatMap { $0.body.blocks("error") }
    let wanted = errors.map { error in
      ["from", "to"].compactMap { error.body.blocks($0).first }.map {
        number("line", $0) + ":" + number("column", $0)
      }
      .joined(separator: "-")
    }
    if found != wanted { return "mistakes at \(found), not at \(wanted)" }
    guard wanted.isEmpty, let result = expected.body.attribute("result") else { return nil }
    var evaluator = Evaluator(scope: Scope())
    let right = evaluator.evaluate(result.value)
    return value == right ? nil : "\(value.source) instead of \(right.source)"
  }

  private static func place(_ range: SourceRange) -> String {
    "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }

  private static func number(_ name: String, _ block: Block) -> String {
    var evaluator = Evaluator(scope: Scope())
    return block.body.attribute(name).flatMap { evaluator.evaluate($0.value).text } ?? "?"
  }
}
