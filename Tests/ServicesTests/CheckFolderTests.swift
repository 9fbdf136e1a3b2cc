import Foundation
import Reporting
import Services
import Testing

/// Folders as people have them: modules beside, modules that were fetched, files above, other things than configuration.
final class CheckFolderTests {
  private let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "check-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: root)
    } catch {
      Issue.record("The folder of the test stays: \(error)")
    }
  }

  private func write(_ path: String, text: String) throws {
    let url = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func check(_ path: String, repairs: Bool = false) -> CheckService.Checked {
    CheckService(repairs: repairs).check(root.appending(path: path).path(percentEncoded: false))
  }

  /// A bundle as `ask` writes it: objects and pipelines are looked at, what is checked by itself is named.
  @Test func aBundleIsLookedAtAsFarAsItIsObjectsAndPipelines() throws {
    let object = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n"
    let workflow = "\"on\": push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make\n"
    try write("manifests/a.yaml", text: object)
    try write(".github/workflows/ci.yaml", text: workflow)
    #expect(check("").report.verdict == .valid)
    try write(".github/workflows/ci.yaml", text: workflow.replacing("steps", with: "step"))
    #expect(check("").report.verdict == .invalid)
    try write(".github/workflows/ci.yaml", text: workflow)
    try write("tests/alerts.test.yaml", text: "rule_files:\n  - rules.yaml\ntests: []\n")
    try write("infrastructure/main.tf", text: "locals { a = 1 }\n")
    let report = check("").report
    #expect(report.verdict == .notChecked)
    #expect(
      report.unchecked.count == 2
        && report.unchecked.contains { $0.contains("infrastructure (configuration") })
  }

  @Test func aFileAboveTheFolderIsFound() throws {
    try write("policy.json", text: "{}")
    try write("app/main.tf", text: "output \"p\" { value = file(\"${path.module}/../policy.json\") }\n")
    #expect(check("app").report.verdict == .valid)
    try write("other/main.tf", text: "output \"p\" { value = file(\"${path.module}/../nope.json\") }\n")
    let report = check("other").report
    #expect(report.verdict == .notChecked)
    #expect(report.unchecked == ["file ./../nope.json"])
    try write("own/main.tf", text: "output \"p\" { value = file(\"${path.module}/nope.json\") }\n")
    #expect(check("own").report.verdict == .invalid)
  }

  @Test(arguments: [
    ("{ host = \"x\" }", CheckReport.Verdict.invalid), ("{ host = \"x\", port = 1 }", .valid),
    ("var.x", .valid),
    ("merge({ host = \"x\" }, var.x)", .valid), ("[]", .invalid),
    ("{ host = \"x\", port = var.x, more = 2 }", .valid),
  ])
  func aTemplateIsGivenWhatItNames(given: String, verdict: CheckReport.Verdict) throws {
    try write("t.tftpl", text: "server ${host}:${port}\n%{ for p in [1] }${p}%{ endfor }")
    try write(
      "main.tf",
      text: "variable \"x\" {}\nlocals { t = templatefile(\"${path.module}/t.tftpl\", \(given)) }\n")
    #expect(check("").report.verdict == verdict, "\(given)")
  }

  @Test(arguments: ["h ${host", "${nofn(host)}", "${templatefile(\"t.tftpl\", {})}"])
  func aTemplateThatCannotBeFilledIsWrong(_ template: String) throws {
    try write("t.tftpl", text: template)
    try write("main.tf", text: "locals { t = templatefile(\"t.tftpl\", { host = \"x\" }) }\n")
    #expect(check("").report.verdict == .invalid)
  }

  @Test func aModuleBesideTheFolderIsRead() throws {
    try write(
      "lib/main.tf",
      text: "variable \"name\" { type = string }\nresource \"aws_sqs_queue\" \"q\" { nam = var.name }\n")
    try write("app/main.tf", text: "module \"q\" {\n  source = \"../lib\"\n}\n")
    let findings = check("app").report.findings
    #expect(findings.map(\.summary) == ["Missing required argument", "Unsupported argument"])
    #expect(findings.last?.file?.hasSuffix("/lib/main.tf") == true)
  }

  @Test func fetchedModulesAndTheLockFileCount() throws {
    try write("main.tf", text: "module \"net\" {\n  source = \"acme/network/aws\"\n  cdir = 1\n}\n")
    #expect(check("").report.verdict == .notChecked)
    try write(
      ".terraform/modules/modules.json",
      text:
        "{\"Modules\":[{\"Key\":\"\",\"Dir\":\".\"},{\"Key\":\"net\",\"Dir\":\".terraform/modules/net\"}]}")
    try write(
      ".terraform/modules/net/main.tf",
      text: "variable \"cidr\" { default = 1 }\nresource \"aws_sqs_queue\" \"q\" { region = \"eu-west-1\" }\n"
    )
    #expect(check("").report.findings.map(\.summary) == ["Unsupported argument", "Unsupported argument"])
    try write(
      ".terraform.lock.hcl",
      text: "provider \"registry.opentofu.org/hashicorp/aws\" {\n  version = \"6.25.0\"\n}\n")
    let report = check("").report
    #expect(report.checked == ["hashicorp/aws 6.25.0"])
    #expect(report.findings.map(\.summary) == ["Unsupported argument"])
    try write(".terraform/modules/modules.json", text: "nonsense")
    #expect(check("").report.verdict == .unreadable)
  }

  @Test func aRepairLosesNothingThatWasWritten() throws {
    let text = """
      resource "aws_db_instance" "d" {
        engine                  = "postgres"
        instance_class          = "db.t3.micro"
        allocated_storage       = 20
        username                = "admin_user"
        password                = var.password
        skip_final_snapshot     = true
        backup_retention_perid  = 14
        block_all_public_access = true
        network_protection {
          subnets = ["a", "b"]
        }
      }
      variable "password" {}

      """
    try write("main.tf", text: text)
    let checked = check("", repairs: true)
    let repaired = try #require(checked.repaired.values.first)
    // A name with a letter missing is put right; what has no place in the schema stays where it is.
    #expect(repaired.contains("backup_retention_period = 14"))
    #expect(repaired.contains("block_all_public_access = true"))
    #expect(repaired.contains("subnets = [\"a\", \"b\"]"))
    #expect(checked.report.verdict == .invalid)
    #expect(checked.report.findings.allSatisfy { $0.offer?.contains("removed") == true })
  }

  /// What was only shown is not judged as if it were written.
  @Test func theFilesAsTheyAreKeepTheirVerdict() throws {
    try write("main.tf", text: "resource \"aws_sqs_queue\" \"q\" {\n  nam = \"a\"\n}\n")
    let checked = check("", repairs: true)
    #expect(checked.report.verdict == .valid)
    #expect(checked.unrepaired?.verdict == .invalid)
  }

  @Test func aRepairDoesNotRestOnAnotherVersion() throws {
    let text = """
      terraform {
        required_providers {
          aws = { source = "hashicorp/aws", version = ">= 6.28" }
        }
      }
      resource "aws_sqs_queue" "q" {
        region = "eu-west-1"
      }

      """
    try write("main.tf", text: text)
    let checked = check("", repairs: true)
    #expect(checked.repaired.isEmpty)
    #expect(checked.report.verdict == .notChecked)
  }

  @Test func objectsOfAClusterAreNoConfiguration() throws {
    let spec = "spec:\n  containers:\n  - {name: web, image: web}\n"
    try write("pod.yaml", text: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: Web_1\n" + spec)
    #expect(check("pod.yaml").report.findings.map(\.summary) == ["Invalid name"])
    try write("good.yaml", text: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n" + spec)
    #expect(check("good.yaml").report.verdict == .valid)
    #expect(check("good.yaml").report.checked == ["kubernetes 1.37.0"])
    try write(
      "bad.yaml",
      text: "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n" + spec + "  restartpolicy: Never\n")
    #expect(check("bad.yaml").report.findings.map(\.summary) == ["Unknown field"])
    try write("other.yaml", text: "apiVersion: example.org/v1\nkind: Widget\nmetadata:\n  name: web\n")
    #expect(check("other.yaml").report.verdict == .notChecked)
    try write("empty.yaml", text: "# nothing\n---\n")
    #expect(check("empty.yaml").report.verdict == .notChecked)
    #expect(check("empty.yaml").report.findings.isEmpty)
  }

  @Test func whatBuildsObjectsIsNamed() throws {
    try write("k/kustomization.yaml", text: "resources:\n- web.yaml\n")
    try write(
      "k/web.yaml",
      text: "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n  - port: 80\n")
    try write("k/chart/Chart.yaml", text: "name: x\n")
    try write("k/chart/templates/a.yaml", text: "kind: {{ .Values.kind }}\n")
    let report = check("k").report
    #expect(report.findings.isEmpty)
    #expect(report.verdict == .notChecked)
    #expect(report.unchecked.count == 3)
  }
}
