import Basics
import HCL
import Testing

@testable import ResourceGraph

/// Configurations of a few lines that would take for ever or fill the memory are refused, or not known, in a moment.
struct EvaluationBombTests {
  private static func levels(_ item: String, count: Int = 10) -> String {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"]
    let first = "a = [\(Array(repeating: "1", count: count).joined(separator: ","))]\n"
    return first
      + zip(names, names.dropFirst()).map { before, name in
        let inner = item.replacing("X", with: "local.\(before)")
        return "\(name) = [\(Array(repeating: inner, count: count).joined(separator: ", "))]\n"
      }.joined()
  }

  private static let texts =
    "a = \"0123456789012345\"\n"
    + zip(["a", "b", "c", "d", "e", "f", "g"], ["b", "c", "d", "e", "f", "g", "h"]).map { before, name in
      "\(name) = \"\(String(repeating: "${local.\(before)}", count: 10))\"\n"
    }.joined()

  private static let bombs: [(name: String, locals: String, use: String)] = [
    ("nested lists", levels("X"), "join(\"\", flatten(local.h))"),
    ("lists in lists", levels("[X]"), "length(flatten(local.h))"),
    ("objects", levels("{ k = X }"), "jsonencode(local.h)"),
    ("nested lists compared", levels("X"), "local.h == local.g"),
    ("strings", texts, "local.h"), ("strings joined", texts, "join(local.h, [local.h, local.h, local.h])"),
    ("strings replaced", texts, "replace(local.f, \"0\", local.f)"),
    ("encoded", levels("jsonencode(X)"), "local.h[0]"),
    ("concatenated", levels("concat(X, X)"), "length(flatten(local.h))"),
    ("products", "a = range(1000)\n", "setproduct(local.a, local.a, local.a)"),
    (
      "loops in loops", "a = range(1000)\n",
      "[for x in local.a : [for y in local.a : [for z in local.a : x]]]"
    ),
    (
      "merged", "a = { for i in range(1000) : i => range(1000) }\n",
      "merge([for i in range(1000) : local.a]...)"
    ),
    ("formatted", "a = range(1000)\n", "formatlist(\"%9999s %9999s\", local.a, local.a)"),
    ("indented", "a = join(\"\\n\", range(1000))\n", "indent(1000, indent(1000, local.a))"),
    ("sorted", levels("X"), "sort(distinct(flatten(local.h)))"),
    ("chunked", levels("X"), "chunklist(flatten(local.h), 1)"),
  ]

  @Test(arguments: bombs)
  func aBombIsNotKnownInAMoment(name: String, locals: String, use: String) throws {
    let text = "locals {\n\(locals)}\nresource \"x\" \"y\" {\n  a = \(use)\n  b = \(use)\n}\n"
    let time = ContinuousClock().measure {
      let module = Module(files: ["main.tf": text])
      let evaluator = ModuleEvaluator(module, inputs: [:])
      #expect(evaluator.resources().count == 1)
    }
    // Without optimisation; the program that ships takes a twentieth of it.
    #expect(time < .seconds(20), "\(name): \(time)")
    print("\(name): \(time)")
  }

  /// Many expressions, each within its own steps, are bounded together.
  @Test func manyCostlyExpressionsAreNoCheaperThanOne() throws {
    let uses = (0..<2_000).map { "  a\($0) = length([for x in local.a : [for y in range(100) : y]])\n" }
      .joined()
    let text = "locals {\n a = range(1000)\n}\nresource \"x\" \"y\" {\n\(uses)}\n"
    let module = Module(files: ["main.tf": text])
    let evaluator = ModuleEvaluator(module, inputs: [:])
    _ = evaluator.resources()
    #expect(evaluator.diagnostics.contains { $0.summary == "Expression too costly" })
    #expect(evaluator.steps.left == 0)
  }

  @Test func whatIsUsualIsKnown() throws {
    let text = """
      locals {
        names = [for i in range(500) : "n${i}"]
        all   = { for n in local.names : n => { tags = { a = n, b = "${n}-x" } } }
      }
      resource "x" "y" {
        for_each = local.all
        a        = each.value.tags.b
      }
      """
    let evaluator = ModuleEvaluator(Module(files: ["main.tf": text]), inputs: [:])
    let resources = evaluator.resources()
    #expect(resources.count == 500)
    #expect(resources.allSatisfy { $0.attributes["a"]?.text?.hasSuffix("-x") == true })
    #expect(evaluator.diagnostics.isEmpty)
  }
}
