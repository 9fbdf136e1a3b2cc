import Basics
import ResourceGraph
import Testing
import Validation

/// What is known of nested blocks without a plan. Each verdict is that of the real tool, asked by hand with the same text.
struct UnmadeBlockTests {
  private static let cluster = """
    resource "aws_eks_cluster" "c" {
      name     = "a"
      role_arn = "arn:aws:iam::111122223333:role/r"
      vpc_config {
        subnet_ids = ["subnet-1", "subnet-2"]
      }
    }

    """

  private static func report(_ text: String) -> ValidationReport {
    ConfigurationValidator.builtIn(siblings: []).validate(files: ["main.tf": text])
  }

  /// The provider fills in what a block does not name.
  @Test(arguments: [
    "aws_eks_cluster.c.vpc_config[0].cluster_security_group_id",
    "aws_eks_cluster.c.vpc_config.0.endpoint_public_access",
    "aws_eks_cluster.c.vpc_config[*].cluster_security_group_id",
    "[for v in aws_eks_cluster.c.vpc_config : v.vpc_id]",
    "one(aws_eks_cluster.c.vpc_config).vpc_id", "length(aws_eks_cluster.c.vpc_config)",
    "aws_eks_cluster.c.vpc_config[0].subnet_ids",
  ])
  func argumentsThatABlockDoesNotNameAreThere(_ expression: String) {
    #expect(Self.report(Self.cluster + "output \"o\" { value = \(expression) }").verdict == .valid)
  }

  @Test(arguments: [
    "aws_eks_cluster.c.vpc_config[0].nonsense", "aws_eks_cluster.c.vpc_config[0].subnet_ids.x",
  ])
  func whatNoBlockHasIsNotThere(_ expression: String) {
    #expect(Self.report(Self.cluster + "output \"o\" { value = \(expression) }").verdict == .invalid)
  }

  private static func dynamic(over values: String, port: String) -> String {
    """
    variable "ports" { type = list(string) }
    resource "aws_eip" "e" {}
    resource "aws_security_group" "s" {
      dynamic "ingress" {
        for_each = \(values)
        content {
          from_port = \(port)
          to_port   = 1
          protocol  = "tcp"
        }
      }
    }

    """
  }

  /// `validate` makes no block over what it does not know; what is wrong in it is said, and refused by a plan.
  @Test(arguments: ["var.nothing", "local.nothing", "each.value", "aws_eip.nothing.id", "aws_eip.e.nonsense"])
  func whatOnlyAPlanMakesIsWarnedOf(_ port: String) {
    let open = Self.report(Self.dynamic(over: "var.ports", port: port))
    #expect(open.verdict == .valid)
    #expect(open.diagnostics.map(\.level) == [.warning])
    #expect(Self.report(Self.dynamic(over: "[\"a\"]", port: port)).verdict == .invalid)
  }

  @Test func whatATryCatchesOfAModuleIsNoMistake() {
    func report(_ value: String) -> ValidationReport {
      ConfigurationValidator.builtIn(siblings: []).validate(files: [
        "main.tf": "module \"m\" {\n  source = \"./m\"\n}\noutput \"o\" {\n  value = \(value)\n}\n",
        "m/main.tf": "output \"email\" {\n  value = \"x\"\n}\n",
      ])
    }
    #expect(report("try(module.m.emails, null)").verdict == .valid)
    #expect(report("can(module.m.emails)").verdict == .valid)
    #expect(report("module.m.emails").verdict == .invalid)
  }

  /// OpenTofu reads `versions.tofu` in the place of `versions.tf`.
  @Test func aFileOfOpenTofuStandsInThePlaceOfAnother() {
    func text(_ version: String) -> String {
      "terraform {\n  required_providers {\n    aws = { source = \"hashicorp/aws\", version = \"\(version)\" }\n  }\n}\n"
    }
    let report = ConfigurationValidator.builtIn(siblings: []).validate(files: [
      "versions.tf": text("~> 6.0"), "versions.tofu": text("~> 5.0"),
      "main.tf": "resource \"aws_eip\" \"e\" {}\n",
    ])
    #expect(report.verdict == .valid)
    #expect(report.checked == ["hashicorp/aws 5.100.0"])
  }
}
