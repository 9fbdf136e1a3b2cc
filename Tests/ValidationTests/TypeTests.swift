import Basics
import Testing
import Validation

/// Each verdict is that of the real tool, asked by hand with the same text.
struct TypeTests {
  private static let variables = """
    variable "l" { type = list(string) }
    variable "s" { type = set(string) }
    variable "numbers" { type = set(number) }
    variable "m" { type = map(string) }
    variable "any" {}
    variable "secret" {
      type      = set(string)
      sensitive = true
    }
    variable "n" { type = number }
    variable "b" { type = bool }
    variable "o" { type = object({ a = string }) }
    resource "terraform_data" "x" {}

    """

  private static func faults(_ text: String) -> [String] {
    ConfigurationValidator.builtIn().validate(files: ["main.tf": variables + text]).diagnostics.map(\.summary)
  }

  @Test(arguments: [
    "var.l", "[\"a\", \"b\"]", "toset([1, 2])", "tolist([\"a\"])", "true", "[for x in [\"a\"] : x]", "null",
    "toset([\"a\", null])", "sensitive(toset([\"a\"]))", "var.secret", "var.n", "toset([{ a = 1 }])",
    "var.n > 1 ? [\"a\"] : []", "5", "\"abc\"", "split(\",\", \"a,b\")", "local.list",
  ])
  func forEachTakesMapsAndSetsOfStrings(_ given: String) {
    let text = "locals { list = [\"a\"] }\nresource \"terraform_data\" \"r\" { for_each = \(given) }\n"
    #expect(Self.faults(text).count == 1, "\(given)")
    #expect(Self.faults(text).first?.hasPrefix("Invalid for_each") == true)
  }

  @Test(arguments: [
    "var.s", "var.numbers", "var.m", "var.any", "toset([\"a\"])", "{ a = 1 }", "concat([\"a\"], var.l)",
    "terraform_data.x", "[for k, v in var.m : k]", "terraform_data.x[*].id", "{ for x in var.l : x => x }",
    "split(\",\", var.any)", "nonsensitive(var.secret)", "var.b ? { a = 1 } : {}", "toset(var.l)",
    "merge(var.m, {})",
    "local.map",
  ])
  func whatMayBeAMapIsTaken(_ given: String) {
    let text = "locals { map = { a = 1 } }\nresource \"terraform_data\" \"r\" { for_each = \(given) }\n"
    #expect(Self.faults(text) == [], "\(given)")
  }

  @Test(arguments: [
    ("\"abc\"", true), ("-1", true), ("null", true), ("[1]", true), ("1.5", true), ("var.l", true),
    ("true", true),
    ("length(var.l) > 0", true), ("sensitive(2)", false), ("\"2\"", false), ("var.n", false),
    ("var.b ? 1 : 0", false),
    ("length(var.l)", false), ("0", false), ("var.any", false),
  ])
  func countTakesWholeNumbers(_ given: String, isWrong: Bool) {
    #expect(
      Self.faults("resource \"terraform_data\" \"r\" { count = \(given) }\n").count == (isWrong ? 1 : 0),
      "\(given)")
  }

  @Test(arguments: [
    "{ x = 1 } : [\"y\"]", "[\"a\"] : \"b\"", "true : 1", "var.l : \"a\"", "[{ a = 1 }] : [\"b\"]",
    "{ a = 1, b = \"x\" } : { a = \"x\", b = [] }", "toset([\"a\"]) : {}", "tomap({ a = \"x\" }) : []",
    "tolist([\"a\"]) : [{}]", "var.l : {}", "[var.b ? 1 : \"x\"] : \"z\"",
  ])
  func branchesHaveSomethingInCommon(_ branches: String) {
    #expect(
      Self.faults("locals { v = var.b ? \(branches) }\n") == ["Inconsistent conditional result types"],
      "\(branches)")
  }

  @Test(arguments: [
    "[\"a\"] : [\"b\", \"c\"]", "{ x = 1 } : { y = 2 }", "{ x = 1 } : {}", "null : [\"b\"]", "1 : \"x\"",
    "var.l : []",
    "[1] : [\"b\"]", "{ a = 1, b = \"x\" } : { a = \"x\" }", "true : \"x\"", "var.o : {}", "var.o : null",
    "[{ a = 1 }] : [{ b = 1 }]", "toset([\"a\"]) : []", "tomap({ a = \"x\" }) : { b = 1 }",
    "terraform_data.x : null",
    "terraform_data.x.output : []", "terraform_data.x.id : []", "var.any : []",
  ])
  func whatCanBeConvertedIsTaken(_ branches: String) {
    #expect(Self.faults("locals { v = var.b ? \(branches) }\n") == [], "\(branches)")
  }

  @Test(arguments: [
    ("object({ port = optional(number, \"eighty\") })", "Invalid default value for optional attribute"),
    ("object({ port = optional(list(string), \"x\") })", "Invalid default value for optional attribute"),
    (
      "list(object({ p = optional(object({ q = optional(bool, \"maybe\") }), {}) }))",
      "Invalid default value for optional attribute"
    ),
    (
      "object({ port = optional(object({ a = string }), {}) })",
      "Invalid default value for optional attribute"
    ),
    ("map(object({ port = optional(map(string), []) }))", "Invalid default value for optional attribute"),
    ("object({ port = optional(number, var.x) })", "Variables not allowed"),
    ("lst(string)", "Invalid type specification"), ("list(string, number)", "Invalid type specification"),
    ("optional(string)", "Invalid type specification"), ("object", "Invalid type specification"),
    ("bogus", "Invalid type specification"),
    ("object({ a = optional(string, 1, 2) })", "Invalid type specification"),
  ])
  func aTypeIsWrittenAsTheLanguageHasIt(_ type: String, summary: String) {
    #expect(Self.faults("variable \"v\" { type = \(type) }\n") == [summary], "\(type)")
  }

  @Test(arguments: [
    "object({ port = optional(number, \"80\") })", "object({ port = optional(list(string), [1]) })", "list",
    "object({ a = optional(string, null) })", "tuple([string, number])", "any", "map(any)",
    "object({ a = optional(any, 1) })",
  ])
  func typesOfAllKindsAreTaken(_ type: String) {
    #expect(Self.faults("variable \"v\" { type = \(type) }\n") == [], "\(type)")
  }

  @Test func theElementsOfATupleAreCounted() {
    let text = "variable \"v\" {\n  type = tuple([string, number])\n  default = [\"a\"]\n}\n"
    #expect(Self.faults(text) == ["Invalid default value for variable"])
  }
}
