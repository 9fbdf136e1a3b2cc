import Basics
import ProviderSchemas
import ResourceGraph
import Testing
import Validation

struct SchemaVersionTests {
  private static func report(_ version: String?, body: String, locked: String? = nil) -> ValidationReport {
    let wanted = version.map { ", version = \"\($0)\"" } ?? ""
    let text = """
      terraform {
        required_providers {
          aws = { source = "hashicorp/aws"\(wanted) }
        }
      }
      resource "aws_sqs_queue" "q" {
        \(body)
      }

      """
    return ConfigurationValidator.builtIn().validate(
      ConfigurationSources(files: ["main.tf": text], locked: locked.map { ["hashicorp/aws": $0] } ?? [:]))
  }

  @Test(
    arguments: [
      (nil, nil, "hashicorp/aws 5.100.0"), ("~> 5.0", nil, "hashicorp/aws 5.100.0"),
      (">= 4.0", nil, "hashicorp/aws 5.100.0"),
      ("~> 6.0", nil, "hashicorp/aws 6.25.0"), (">= 6", nil, "hashicorp/aws 6.25.0"),
      (">= 5.0", "6.25.0", "hashicorp/aws 6.25.0"),
      ("= 6.25.0", nil, "hashicorp/aws 6.25.0"),
    ] as [(String?, String?, String)])
  func theVersionFollowsTheConfiguration(version: String?, locked: String?, checked: String) {
    let report = Self.report(version, body: "name = \"q\"", locked: locked)
    #expect(report.checked == [checked])
    #expect(report.verdict == .valid)
  }

  @Test(
    arguments: [
      (">= 6.28", nil), ("~> 7.0", nil), ("~> 4.67", nil), ("> 5.100.0, < 6.0.0", nil), (nil, "6.30.0"),
      (nil, "4.67.0"),
      ("~> 5.0, >= 6.0", nil),
    ] as [(String?, String?)])
  func anotherMajorOrANewerVersionIsNeverWrongAndNeverValid(version: String?, locked: String?) {
    for body in ["name = \"q\"", "nam = 1\n region = \"eu-west-1\""] {
      let report = Self.report(version, body: body, locked: locked)
      #expect(report.verdict == .notChecked, "\(version ?? "") \(locked ?? "")")
      #expect(report.checked == [])
      #expect(report.unchecked.count == 1)
    }
  }

  /// What a demand admits later than the schema here may have what that has not; what resembles something known is a mistake.
  @Test(arguments: [
    ("~> 4.0", "nonsense = 1", ValidationReport.Verdict.notChecked),
    (">= 4.48, < 5.0", "nonsense {}", .notChecked), ("~> 4.0", "locatio = \"eu\"", .invalid),
    ("~> 4.55.0", "nonsense = 1", .invalid), ("4.55.0", "nonsense {}", .invalid),
    ("> 3.0", "nonsense = 1", .invalid),
  ])
  func whatALaterVersionMayHaveIsNotWrong(version: String, body: String, verdict: ValidationReport.Verdict) {
    let report = ConfigurationValidator.builtIn().validate(files: [
      "main.tf": """
      terraform {
        required_providers {
          azurerm = { source = "hashicorp/azurerm", version = "\(version)" }
        }
      }
      resource "azurerm_resource_group" "g" {
        name     = "g"
        location = "westeurope"
        \(body)
      }

      """
    ])
    #expect(report.verdict == verdict, "\(report.diagnostics)")
    #expect((verdict == .notChecked) == report.unchecked.contains { $0.contains("admits later versions") })
  }

  /// Bindings keep the name of a block and not what is in it.
  @Test func whatABlockMayHoldIsNotChecked() {
    let report = ConfigurationValidator.builtIn().validate(files: [
      "main.tf":
        "provider \"azurerm\" {\n  features {\n    virtual_machine_scale_set {\n      force_delete = true\n    }\n  }\n}\n"
    ])
    #expect(report.verdict == .notChecked)
    #expect(report.diagnostics == [])
    #expect(report.unchecked.contains { $0.contains("what may be in \"virtual_machine_scale_set\"") })
  }

  /// Within a major arguments are only added: what a later version refuses, an earlier one refuses, too.
  @Test(arguments: [("~> 5.40.0", nil), ("= 5.31.0", nil), (">= 5.0", "5.98.0")] as [(String?, String?)])
  func ofAnEarlierVersionOnlyMistakesAreCertain(version: String?, locked: String?) {
    #expect(Self.report(version, body: "name = \"q\"", locked: locked).verdict == .notChecked)
    #expect(Self.report(version, body: "nam = \"q\"", locked: locked).verdict == .invalid)
  }

  @Test func whatOneOfTheMajorsTakesIsRight() {
    let report = Self.report(">= 5.0", body: "region = \"eu-west-1\"")
    #expect(report.verdict == .valid)
    #expect(report.checked == ["hashicorp/aws 6.25.0"])
    #expect(Self.report("~> 5.0", body: "region = \"eu-west-1\"").verdict == .invalid)
    #expect(Self.report(">= 5.0", body: "nam = 1").verdict == .invalid)
  }

  @Test(arguments: [
    (
      "azurerm_resource_group", "name = \"a\"\n location = \"westeurope\"",
      "lokation = \"westeurope\"\n name = \"a\""
    ),
    ("google_storage_bucket", "name = \"a\"\n location = \"EU\"", "name = \"a\"\n location = []"),
    ("kubernetes_namespace_v1", "metadata {\n name = \"a\"\n }", "metadata {\n nmae = \"a\"\n }"),
    ("github_repository", "name = \"a\"", "name = \"a\"\n tpoics = []"),
  ])
  func otherCloudsAreDecidedAsFarAsTheirSchemasTell(type: String, good: String, bad: String) {
    func report(_ body: String) -> ValidationReport {
      let source = type.hasPrefix("github") ? "integrations/github" : "hashicorp/\(type.prefix { $0 != "_" })"
      let name = type.prefix { $0 != "_" }
      let text =
        "terraform {\n required_providers {\n \(name) = { source = \"\(source)\" }\n }\n}\n"
        + "resource \"\(type)\" \"a\" {\n \(body)\n}\n"
      return ConfigurationValidator.builtIn().validate(files: ["main.tf": text])
    }
    // Which values they take is not known here, so that nothing of theirs is called valid.
    #expect(report(good).verdict == .notChecked)
    #expect(report(good).diagnostics == [])
    #expect(report(good).checked.count == 1)
    #expect(report(bad).verdict == .invalid)
  }

  @Test(arguments: [
    ("~> 5.0", "5.100.0", true), ("~> 5.0", "6.0.0", false), ("~> 5.40.0", "5.41.0", false),
    ("~> 5.40", "5.41.0", true),
    (">= 5.0, < 6.0", "5.9.1", true), ("!= 5.3.1", "5.3.1", false), ("5.3.1", "5.3.1", true),
    ("> 5", "5.0.0", false),
    ("<= 5.1", "5.1.0", true), (">= 5.0.0-beta1", "5.0.0", true),
  ])
  func requirementsAreReadAsTheLanguageHasThem(text: String, version: String, isAllowed: Bool) throws {
    let requirement = try #require(VersionRequirement(text))
    #expect(requirement.allows(try #require(ProviderVersion(version))) == isAllowed)
  }

  @Test(arguments: [
    (
      "required_providers {\n aws = { source = \"hashicorp/aws\", versio = \"5\" }\n }",
      "Invalid required_providers object"
    ),
    (
      "required_providers {\n aws = { source = \"hashicorp/aws\", version = \"latest\" }\n }",
      "Invalid version constraint"
    ),
    ("required_version = [\"1\"]", "Invalid version constraint"),
  ])
  func settingsAreReadAsTheLanguageHasThem(settings: String, summary: String) {
    let report = ConfigurationValidator.builtIn().validate(files: [
      "main.tf": "terraform {\n \(settings)\n}\n"
    ])
    #expect(report.diagnostics.map(\.summary) == [summary])
  }

  @Test func aDescriptionIsAText() {
    for block in [
      "variable \"v\" { description = [\"a\"] }", "output \"o\" {\n value = 1\n description = { a = 1 }\n}",
    ] {
      let report = ConfigurationValidator.builtIn().validate(files: ["main.tf": block + "\n"])
      #expect(report.diagnostics.map(\.summary) == ["Unsuitable value type"])
    }
  }

  @Test(arguments: ["", "latest", "~>", ">= five", "5.0.0.0", ">= 5.0,"])
  func whatIsNoRequirementIsNone(_ text: String) {
    #expect(VersionRequirement(text) == nil)
  }
}
