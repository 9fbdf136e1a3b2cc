import Basics
import Foundation
import HCL
import Testing

/// What the real tool's console printed of each expression, recorded in `Fixtures/console.txt`. Fractions without an
/// end are not among them: the tool has 512 bits for a number, and here are 64.
struct ConsoleTests {
  static let recorded: [(expression: String, printed: String)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/console.txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }()

  @Test func theRecordIsThere() { #expect(Self.recorded.count >= 115) }

  @Test(arguments: recorded)
  func evaluatesAsTheRealTool(expression: String, printed: String) throws {
    var evaluator = Evaluator(scope: Scope(variables: [:]))
    let value = evaluator.evaluate(try HCLExpression(parsing: "jsonencode(\(expression))"))
    #expect(evaluator.diagnostics.isEmpty, "\(evaluator.diagnostics)")
    // Unknown is never wrong; a value has to be the tool's.
    if value.isUnknown { return }
    // The console prints a text without the marks that keep `${` from being read as a template.
    let text = value.source.replacing("$${", with: "${").replacing("%%{", with: "%{")
    #expect(text == printed)
  }

  /// A value written as source and read again is the value.
  @Test(arguments: recorded)
  func sourceOfAValueReadsAsTheValue(expression: String, printed: String) throws {
    var evaluator = Evaluator(scope: Scope(variables: [:]))
    let value = evaluator.evaluate(try HCLExpression(parsing: expression))
    guard value.isWhollyKnown else { return }
    let again = evaluator.evaluate(try HCLExpression(parsing: value.source))
    #expect(again.source == value.source)
  }
}
