import Basics
import HCL
import ResourceGraph
import Policies
import Testing
import Vocabulary

struct FindingTests {
  private func findings(_ text: String) throws -> [Finding] {
    try PolicyPack.builtIn.get().findings(in: ResourceGraph(files: ["main.tf": text]))
  }

  @Test func saysWhatIsWrongAndWhere() throws {
    let found = try findings(
      """
      resource "aws_lambda_function_url" "open" {
        function_name      = "f"
        authorization_type = "NONE"
      }
      """)
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.id == "aws-lambda-url-authorization@aws_lambda_function_url.open")
    #expect(finding.evidence == "authorization_type is NONE.")
    #expect(finding.severity == .high && finding.category == .security && finding.outcome == .fail)
    #expect(finding.range?.description == "main.tf:1:1")
  }

  /// What depends on a variable without a value is neither a pass nor a failure.
  @Test func keepsTheUnknownUnknown() throws {
    let text = "variable \"e\" {}\nresource \"aws_ebs_volume\" \"v\" {\n  encrypted = var.e\n}"
    let found = try findings(text).filter { $0.rule == "aws-ebs-encrypted" }
    #expect(found.map(\.outcome) == [.unknown])
  }

  /// A reference to another resource is a value, although nobody knows it before apply.
  @Test func countsReferencesAsSet() throws {
    let text = """
      resource "aws_kms_key" "k" {
        enable_key_rotation = true
      }
      resource "aws_sns_topic" "t" {
        kms_master_key_id = aws_kms_key.k.arn
      }
      """
    #expect(try findings(text).filter { $0.rule == "aws-sns-encrypted" }.isEmpty)
  }

  @Test func relatesByReferenceVariableAndName() throws {
    let bucket = { (argument: String, reference: String) in
      """
      variable "name" {}
      resource "aws_s3_bucket" "b" {
        bucket = \(argument)
      }
      resource "aws_s3_bucket_versioning" "v" {
        bucket = \(reference)
        versioning_configuration {
          status = "Enabled"
        }
      }
      """
    }
    for (argument, reference, isRelated) in [
      ("\"x\"", "aws_s3_bucket.b.id", true), ("var.name", "var.name", true), ("\"x\"", "\"x\"", true),
      ("\"x\"", "\"y\"", false), ("\"x\"", "aws_s3_bucket.other.id", false),
      ("\"${var.name}-a\"", "\"${var.name}-b\"", false),
    ] {
      let found = try findings(bucket(argument, reference)).filter { $0.rule == "aws-s3-versioning" }
      #expect(found.isEmpty == isRelated, "\(argument) \(reference)")
    }
  }

  @Test func choosesAFreeNameForACompanion() throws {
    let pack = try PolicyPack.builtIn.get()
    let files = [
      "a.tf": "resource \"aws_s3_bucket\" \"b\" {\n  bucket = \"b\"\n}\n",
      "b.tf": "resource \"aws_s3_bucket_versioning\" \"b\" {\n  bucket = \"other\"\n}\n",
    ]
    let finding = try #require(
      pack.findings(in: ResourceGraph(files: files)).first { $0.rule == "aws-s3-versioning" })
    let changed = try RemedyApplication(pack).apply(finding, to: files)
    #expect(changed["b.tf"] == files["b.tf"])
    #expect(changed["a.tf"]?.contains("resource \"aws_s3_bucket_versioning\" \"b_2\"") == true)
    #expect(changed["a.tf"]?.contains("bucket = aws_s3_bucket.b.id") == true)
  }

  @Test(arguments: [
    ("rule \"x\" {\n}", "Missing required argument"), ("rul \"x\" {\n}", "Unsupported block type"),
    ("rule \"x\" {\n  titel = \"a\"\n}", "Unsupported argument"),
    ("rule \"x\" {", "Unclosed configuration block"),
  ])
  func explainsMistakesInRuleFiles(_ text: String, _ summary: String) {
    let error = #expect(throws: DiagnosticsError.self) { try PolicyPack(files: ["mine.hcl": text]) }
    #expect(error?.diagnostics.contains { $0.summary == summary && $0.range != nil } == true)
  }

  /// However many resources, rules cost a walk over them and no more.
  @Test func staysFastOnLargeConfigurations() throws {
    let text = (0..<400).map { "resource \"aws_s3_bucket\" \"b\($0)\" {\n  bucket = \"b\($0)\"\n}\n" }
      .joined()
    let graph = ResourceGraph(files: ["main.tf": text])
    let pack = try PolicyPack.builtIn.get()
    let time = ContinuousClock().measure { #expect(pack.findings(in: graph).count >= 1200) }
    #expect(time < .seconds(5))
  }
}
