import Basics
import HCL
import ResourceGraph
import Validation
import Testing

/// Configurations of several folders, and in JSON syntax.
struct ModuleTests {
  private static let child = """
    variable "cidr" {}
    variable "name" { default = "x" }
    resource "aws_vpc" "v" {
      cidr_block = var.cidr
    }
    resource "aws_subnet" "s" {
      vpc_id = aws_vpc.v.id
    }
    output "id" { value = aws_vpc.v.id }
    """

  @Test(arguments: [
    (
      "module \"net\" {\n  source = \"./net\"\n  cidr = \"10.0.0.0/16\"\n}\noutput \"o\" { value = module.net.id }\n",
      []
    ),
    ("module \"net\" {\n  source = \"./net\"\n}\n", ["Missing required argument"]),
    (
      "module \"net\" {\n  source = \"./net\"\n  cidr = \"x\"\n  wheels = 4\n}\n", ["Unsupported argument"]
    ),
    (
      "module \"net\" {\n  source = \"./net\"\n  cidr = \"x\"\n}\noutput \"o\" { value = module.net.ib }\n",
      ["Unsupported attribute"]
    ),
    // What is not there is not judged.
    ("module \"net\" {\n  source = \"./other\"\n  wheels = 4\n}\n", []),
  ])
  func checksCallsOfLocalModules(_ text: String, _ summaries: [String]) {
    let report = ConfigurationValidator.builtIn().validate(files: [
      "main.tf": text, "net/main.tf": text.contains("other") ? "" : Self.child,
    ])
    #expect(report.diagnostics.map(\.summary) == summaries)
  }

  @Test func findsMistakesInsideOfModules() {
    let report = ConfigurationValidator.builtIn().validate(files: [
      "infra/main.tf": "module \"net\" {\n  source = \"../net\"\n}\n",
      "net/main.tf": "resource \"aws_vpc\" \"v\" {\n  wheels = 4\n}\n",
    ])
    #expect(report.diagnostics.map(\.summary) == ["Unsupported argument"])
    #expect(report.diagnostics.first?.range?.file == "net/main.tf")
    #expect(report.checked == ["hashicorp/aws 5.100.0"])
  }

  @Test func aModuleThatCallsItselfEnds() {
    let report = ConfigurationValidator.builtIn().validate(files: [
      "main.tf": "module \"a\" {\n  source = \"./a\"\n}\n",
      "a/main.tf": "module \"b\" {\n  source = \"../a\"\n}\n",
    ])
    #expect(report.verdict == .notChecked)
    #expect(report.unchecked == ["module.b (../a)"])
  }

  @Test func resourcesOfModulesKnowWhatTheyAreGiven() {
    let graph = ResourceGraph(files: [
      "main.tf": "module \"net\" {\n  source = \"./net\"\n  cidr = \"10.1.0.0/16\"\n}\n",
      "net/main.tf": Self.child,
    ])
    #expect(graph["module.net.aws_vpc.v"]?.attributes["cidr_block"] == .string("10.1.0.0/16"))
    #expect(graph["module.net.aws_vpc.v"].map { graph.referrers(of: $0).map(\.name) } == ["s"])
  }

  @Test func readsJSONSyntaxWithNestedBlocks() {
    let files = [
      "main.tf.json": """
      {"resource": {"aws_instance": {"a": {
        "ami": "ami-1", "instance_type": "t3.micro", "metadata_options": {"http_tokens": "${var.tokens}"},
        "ebs_block_device": [{"device_name": "/dev/a"}, {"device_name": "/dev/b", "size": 1}]
      }}}, "variable": {"tokens": {"type": "string", "default": "required"}}}
      """
    ]
    let report = ConfigurationValidator.builtIn().validate(files: files)
    #expect(report.diagnostics.map(\.detail) == ["An argument named \"size\" is not expected here."])
    let instance = ResourceGraph(files: files)["aws_instance.a"]
    #expect(
      instance?.attributes["metadata_options"] == .list([.object(["http_tokens": .string("required")])]))
  }
}
