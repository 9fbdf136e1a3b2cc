import Advice
import Basics
import HCL
import ProviderSchemas
import ResourceGraph
import Testing
import Vocabulary

/// A patch goes where a value is decided, into a file of the person's, and nowhere that others depend on.
struct DecidingPlaceTests {
  private func advice(
    _ files: [String: String], values: String = "", foreign: Set<String> = [],
    installed: [String: String] = [:]
  ) throws -> [Recommendation] {
    let sources = ConfigurationSources(files: files, root: "", installed: installed)
    var inputs: [String: Value] = [:]
    for attribute in HCLFile(path: "", text: values).body.attributes {
      var evaluator = Evaluator(scope: Scope())
      inputs[attribute.name] = evaluator.evaluate(attribute.value)
    }
    let graph = ResourceGraph(sources, inputs: inputs)
    let own = files.filter { !foreign.contains($0.key) }
    let estate = Estate(
      name: "shop", graph: graph,
      code: CodeBase(
        files: own,
        configurations: [
          CodeConfiguration(sources, values: [("terraform.tfvars", values)], foreign: foreign)
        ],
        resources: graph.resources), sources: [.resources], today: CalendarDay(daysSince1970: 20_780))
    return try Adviser(schemas: .shipped).advice(on: estate).recommendations
      .filter { $0.rule == "aws-instance-previous-generation" }
  }

  private static let module = """
    variable "type" {
      default = "m7i.large"
    }
    resource "aws_instance" "x" {
      ami           = "ami-12345678"
      instance_type = var.type
    }
    """

  /// Each call of a module decides for itself; the module stays as it is.
  @Test func changesTheArgumentOfTheCall() throws {
    let root = """
      module "old" {
        source = "./m"
        type   = "m4.large"
      }
      module "new" {
        source = "./m"
      }
      """
    let found = try advice(["main.tf": root, "m/main.tf": Self.module])
    #expect(found.map(\.address) == ["module.old.aws_instance.x"])
    let patch = try #require(found.first?.patch, "\(found.first?.withheld ?? "")")
    #expect(patch.file == "main.tf" && patch.diff.contains("-  type   = \"m4.large\""))
    #expect(patch.diff.contains("+  type   = \"m6i.large\"") && !patch.diff.contains("m/main.tf"))
  }

  /// The same for a module that was fetched, of which nothing is the person's own.
  @Test func changesTheCallOfAFetchedModule() throws {
    let root = "module \"web\" {\n  source = \"example/web/aws\"\n  type   = \"m4.large\"\n}\n"
    let found = try advice(
      ["main.tf": root, ".terraform/modules/web/main.tf": Self.module],
      foreign: [".terraform/modules/web/main.tf"], installed: ["web": ".terraform/modules/web"])
    let patch = try #require(found.first?.patch, "\(found.first?.withheld ?? "")")
    #expect(patch.file == "main.tf" && patch.diff.contains("+  type   = \"m6i.large\""))
  }

  /// What a fetched module sets itself is nobody's to change here.
  @Test func leavesAFetchedModuleAlone() throws {
    let module = "resource \"aws_instance\" \"x\" {\n  ami = \"ami-1\"\n  instance_type = \"m4.large\"\n}\n"
    let found = try advice(
      [
        "main.tf": "module \"web\" {\n  source = \"example/web/aws\"\n}\n",
        ".terraform/modules/web/main.tf": module,
      ],
      foreign: [".terraform/modules/web/main.tf"], installed: ["web": ".terraform/modules/web"])
    #expect(found.count == 1 && found[0].patch == nil)
    #expect(found[0].withheld.contains("was fetched"))
  }

  @Test func changesTheFileOfValues() throws {
    let root = """
      variable "size" {
        default = "m7i.large"
      }
      module "web" {
        source = "./m"
        type   = var.size
      }
      """
    let found = try advice(
      ["main.tf": root, "m/main.tf": Self.module], values: "# sizes\nsize = \"m4.large\"\n")
    let patch = try #require(found.first?.patch, "\(found.first?.withheld ?? "")")
    #expect(patch.file == "terraform.tfvars" && patch.diff.contains("+size = \"m6i.large\""))
  }

  @Test func changesTheDefaultOfAVariableAndAMemberOfALocalValue() throws {
    let root = """
      variable "size" {
        default = "m4.large"
      }
      locals {
        sizes = { web = "c4.large", db = "r7i.large" }
      }
      resource "aws_instance" "a" {
        ami           = "ami-12345678"
        instance_type = var.size
      }
      resource "aws_instance" "b" {
        ami           = "ami-12345678"
        instance_type = local.sizes.web
      }
      """
    let found = try advice(["main.tf": root])
    let diffs = found.compactMap(\.patch?.diff).joined()
    #expect(diffs.contains("+  default = \"m6i.large\""))
    #expect(diffs.contains("+  sizes = { web = \"c6i.large\", db = \"r7i.large\" }"))
    #expect(!diffs.contains("-  instance_type"))
  }

  /// What others depend on, what is computed and what comes from outside is for a person, with the reason.
  @Test(arguments: [
    (
      "variable \"size\" {\n  default = \"m4.large\"\n}\nresource \"aws_instance\" \"b\" {\n  ami = \"ami-1\"\n  instance_type = var.size\n}\n",
      "var.size", "depends on that too"
    ),
    (
      "variable \"big\" {\n  default = false\n}\n", "var.big ? \"m7i.large\" : \"m4.large\"",
      "computed from var.big"
    ),
    ("locals {\n  family = \"m4\"\n}\n", "\"${local.family}.large\"", "computed from local.family"),
  ])
  func saysWhyThereIsNoPatch(_ declared: String, value: String, reason: String) throws {
    let root =
      declared + "resource \"aws_instance\" \"a\" {\n  ami = \"ami-1\"\n  instance_type = \(value)\n}\n"
    let found = try advice(["main.tf": root])
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.patch == nil && $0.withheld.contains(reason) }, "\(found.map(\.withheld))")
  }

  /// One instance of several has no line of its own.
  @Test func leavesABlockOfWhichOnePartIsMeant() throws {
    let root = """
      resource "aws_instance" "a" {
        for_each      = { old = "m4.large", new = "m7i.large" }
        ami           = "ami-12345678"
        instance_type = each.value
      }
      """
    let found = try advice(["main.tf": root])
    #expect(found.map(\.address) == ["aws_instance.a[\"old\"]"])
    #expect(found[0].patch == nil && found[0].withheld.contains("one of them"))
  }

  /// What is added beside a block that makes several is made as often, and is valid.
  @Test(arguments: ["count = 2", "for_each = toset([\"a\", \"b\"])"])
  func addsBesideEachInstance(_ repetition: String) throws {
    let text = """
      resource "aws_instance" "a" {
        \(repetition)
        ami           = "ami-12345678"
        instance_type = "m7i.large"
        tags = {
          Environment = "test"
        }
      }
      """
    let graph = ResourceGraph(files: ["main.tf": text])
    let estate = Estate(
      name: "x", graph: graph, code: CodeBase(files: ["main.tf": text], resources: graph.resources),
      sources: [.resources], today: CalendarDay(daysSince1970: 20_780))
    let found = try Adviser(schemas: .shipped).advice(on: estate).recommendations
      .filter { $0.rule == "aws-instance-off-hours" }
    #expect(found.count == 1)
    let one = try #require(found.first)
    #expect(one.checks.contains { $0.name == "validation" && $0.status == .passed }, "\(one.checks)")
    #expect(one.patch?.diff.contains("aws_instance.a[") == true)
  }
}
