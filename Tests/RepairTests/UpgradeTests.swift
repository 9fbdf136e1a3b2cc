import Basics
import HCL
import ProviderSchemas
import Repair
import ResourceGraph
import Testing
import Validation

/// What the next major of a provider takes otherwise: each argument that is gone becomes what says the same, and the result is
/// what the newest version takes.
struct UpgradeTests {
  private static func repair(_ text: String) -> ConfigurationRepair.Result {
    ConfigurationRepair(ConfigurationValidator(shelf: SchemaShelf.shipped.ahead), keepsMeaning: true)
      .repair(["main.tf": text])
  }

  private static func settings(_ version: String) -> String {
    """
    terraform {
      required_providers {
        aws = {
          source  = "hashicorp/aws"
          version = "\(version)"
        }
      }
    }

    """
  }

  @Test(arguments: [
    ("aws_eip", "vpc = true", "domain = \"vpc\""),
    (
      "aws_instance",
      "ami = \"ami-1\"\n instance_type = \"c5.xlarge\"\n cpu_core_count = 2\n cpu_threads_per_core = 1",
      "threads_per_core = 1"
    ),
    ("aws_ssm_association", "name = \"a\"\n  instance_id = \"i-1\"", "values = [\"i-1\"]"),
    (
      "aws_eks_addon",
      "addon_name = \"a\"\n  cluster_name = \"c\"\n  resolve_conflicts = \"OVERWRITE\"",
      "resolve_conflicts_on_update = \"OVERWRITE\""
    ),
    (
      "aws_networkmanager_core_network",
      "global_network_id = \"g\"\n  base_policy_region = \"eu-west-1\"",
      "base_policy_regions = [\"eu-west-1\"]"
    ),
    (
      "aws_guardduty_organization_configuration",
      "detector_id = \"d\"\n  auto_enable = true",
      "auto_enable_organization_members = true ? \"NEW\" : \"NONE\""
    ),
  ])
  func whatIsGoneBecomesWhatSaysTheSame(type: String, body: String, after: String) throws {
    let result = Self.repair(Self.settings("~> 5.40") + "resource \"\(type)\" \"x\" {\n  \(body)\n}\n")
    let text = try #require(result.files["main.tf"]).replacing(/[ ]+/, with: " ")
    #expect(result.report.verdict == .valid, "\(result.report.diagnostics)\n\(text)")
    #expect(text.contains(after), "\(text)")
    #expect(text.contains("\"~> 6.0\""))
    #expect(result.report.checked == ["hashicorp/aws 6.25.0"])
  }

  /// What has no successor is a finding; nothing is removed.
  @Test(arguments: [
    "resource \"aws_flow_log\" \"x\" {\n  log_group_name = \"a\"\n  vpc_id = \"vpc-12345678\"\n}\n",
    "resource \"aws_simpledb_domain\" \"x\" {\n  name = \"a\"\n}\n",
  ])
  func whatHasNoSuccessorIsKept(_ text: String) {
    let result = Self.repair(text)
    #expect(result.report.verdict == .invalid)
    #expect(result.files["main.tf"] == text)
  }

  /// Without being asked for, nothing is held against another major.
  @Test func anUpgradeIsAskedFor() {
    let text = Self.settings("~> 5.40") + "resource \"aws_eip\" \"x\" {\n  vpc = true\n}\n"
    #expect(ConfigurationValidator().validate(files: ["main.tf": text]).verdict == .valid)
  }

  /// A demand that admits later versions does not make of what is gone something that is to come.
  @Test func whatAnEarlierMajorHadIsGone() {
    let text = Self.settings("~> 6.0") + "resource \"aws_eip\" \"x\" {\n  vpc = true\n}\n"
    #expect(ConfigurationValidator().validate(files: ["main.tf": text]).verdict == .invalid)
  }

  @Test(arguments: [">= 5.0", "~> 6.0", "> 6.1"])
  func aDemandThatAdmitsTheNewestStays(_ version: String) {
    let text = Self.settings(version) + "resource \"aws_eip\" \"x\" {\n  domain = \"vpc\"\n}\n"
    #expect(Self.repair(text).files["main.tf"] == text)
  }
}
