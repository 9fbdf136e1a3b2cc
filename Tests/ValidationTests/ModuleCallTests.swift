import Basics
import ResourceGraph
import Testing
import Validation

/// Each verdict is that of the real tool, asked by hand with the same files.
struct ModuleCallTests {
  private static let child = """
    variable "req" { type = string }
    variable "list" {
      type    = list(string)
      default = []
    }
    variable "obj" {
      type    = object({ a = string, b = optional(number) })
      default = { a = "x" }
    }
    variable "num" {
      type     = number
      default  = 1
      nullable = false
    }
    output "id" { value = var.req }
    output "list" { value = [1, 2] }

    """

  private static func report(_ text: String) -> ValidationReport {
    ConfigurationValidator.builtIn(siblings: []).validate(files: ["main.tf": text, "m/main.tf": child])
  }

  private static func faults(_ text: String) -> [String] { report(text).diagnostics.map(\.summary) }

  @Test(arguments: [
    ("req = \"x\"\n bogus = 1", "Unsupported argument"), ("", "Missing required argument"),
    ("req = [\"x\"]", "Invalid value for input variable"),
    ("req = \"x\"\n list = \"x\"", "Invalid value for input variable"),
    ("req = \"x\"\n obj = { b = 1 }", "Invalid value for input variable"),
    ("req = \"x\"\n num = \"abc\"", "Invalid value for input variable"),
    ("req = \"x\"\n for_each = [\"a\"]", "Invalid for_each argument"),
    ("req = \"x\"\n block {}", "Unsupported block type"),
    ("req = \"x\"\n version = \"1.0.0\"", "Invalid registry module source address"),
  ])
  func aCallIsHeldAgainstItsModule(_ arguments: String, summary: String) {
    #expect(Self.faults("module \"a\" {\n source = \"./m\"\n \(arguments)\n}\n") == [summary], "\(arguments)")
  }

  @Test(arguments: [
    "req = \"x\"", "req = 5", "req = null", "req = \"x\"\n list = toset([\"a\"])",
    "req = \"x\"\n obj = { a = \"x\", c = 1 }",
    "req = \"x\"\n num = null", "req = \"x\"\n num = \"5\"", "req = \"x\"\n count = 2",
  ])
  func whatFitsIsTaken(_ arguments: String) {
    #expect(Self.faults("module \"a\" {\n source = \"./m\"\n \(arguments)\n}\n") == [], "\(arguments)")
  }

  @Test(arguments: [
    ("module.one.nope", true), ("module.each[\"a\"].nope", true), ("module.many.id", true),
    ("module.many[0].nope", true),
    ("module.one.id", false), ("module.one", false), ("module.one.list", false),
    ("module.each[\"a\"].id", false),
    ("module.many[0].id", false), ("module.many[*].id", false), ("[for m in module.each : m.id]", false),
  ])
  func outputsAreThere(_ reference: String, isWrong: Bool) {
    let calls = """
      module "one" {
        source = "./m"
        req    = "x"
      }
      module "each" {
        source   = "./m"
        for_each = toset(["a"])
        req      = each.key
      }
      module "many" {
        source = "./m"
        count  = 2
        req    = "x"
      }

      """
    #expect(
      Self.faults(calls + "output \"o\" { value = \(reference) }\n").count == (isWrong ? 1 : 0),
      "\(reference)")
  }

  @Test func aModuleThatIsNotHereIsNamedAndNeverValid() {
    let report = Self.report(
      "module \"vpc\" {\n source = \"acme/network/aws\"\n version = \"1.0.0\"\n cidr = 5\n}\n")
    #expect(report.verdict == .notChecked)
    #expect(report.unchecked == ["module.vpc (acme/network/aws)"])
  }

  @Test func aFolderThatIsNotThereIsWrongWhereAllIsKnown() {
    let text = "module \"a\" {\n source = \"./nowhere\"\n}\n"
    #expect(Self.faults(text) == ["Unreadable module directory"])
    let partly = ConfigurationValidator.builtIn().validate(files: ["main.tf": text])
    #expect(partly.verdict == .notChecked)
  }

  @Test func aSourceIsWrittenOut() {
    #expect(
      Self.faults("variable \"s\" {}\nmodule \"a\" {\n source = var.s\n}\n") == ["Variables not allowed"])
    #expect(Self.faults("module \"a\" {\n source = \"m\"\n}\n") == ["Invalid module source address"])
  }

  /// The address of the resource before stayed set while calls were checked.
  @Test func aCallMayNameTheLastResource() {
    let text = """
      resource "aws_sqs_queue" "q" {}
      module "a" {
        source = "./m"
        req    = aws_sqs_queue.q.arn
      }

      """
    #expect(Self.faults(text) == [])
    #expect(
      Self.faults("resource \"aws_sqs_queue\" \"q\" { name = aws_sqs_queue.q.arn }\n") == [
        "Self-referential block"
      ])
  }

  @Test func installedModulesAreReadWhereTheyLie() {
    let sources = ConfigurationSources(
      files: [
        "main.tf": "module \"net\" {\n source = \"acme/network/aws\"\n cidr = 5\n nope = 1\n}\n",
        ".terraform/modules/net/main.tf":
          "variable \"cidr\" { type = string }\nmodule \"in\" {\n source = \"./inner\"\n}\n",
        ".terraform/modules/net/inner/main.tf":
          "resource \"aws_vpc\" \"v\" { cidr_blok = \"10.0.0.0/16\" }\n",
      ], root: "", installed: ["net": ".terraform/modules/net"])
    let report = ConfigurationValidator.builtIn().validate(sources)
    #expect(report.diagnostics.map(\.summary) == ["Unsupported argument", "Unsupported argument"])
    #expect(report.unchecked == [])
    #expect(ResourceGraph(sources).resources.map(\.address) == ["module.net.module.in.aws_vpc.v"])
  }

  @Test func theLongFormOfAReferenceIsUnderstood() {
    let start = "resource \"aws_sqs_queue\" \"q\" {}\noutput \"o\" { value = resource."
    #expect(Self.faults(start + "aws_sqs_queue.q.arn }\n") == [])
    #expect(Self.faults(start + "aws_sqs_queue.q.arnn }\n") == ["Unsupported attribute"])
    #expect(Self.faults(start + "aws_sqs_queue.p.arn }\n") == ["Reference to undeclared resource"])
  }
}
