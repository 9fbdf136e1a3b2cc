import ProviderSchemas
import Advice
import Foundation
import HCL
import ResourceGraph
import Testing
import Vocabulary

/// No saving drops the last replica, the backup or the encryption: rules that would are objected to, whoever wrote them.
struct ObjectionTests {
  struct Proof: Sendable, CustomTestStringConvertible {
    let objection: String
    let type: String
    let block: String
    let patch: String
    var action = "delete"

    var testDescription: String { objection }
  }

  private static let objections = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Knowledge/Clouds/Data/aws/advice/rules/objections.hcl")

  private static func instance(_ extra: String = "") -> String {
    """
    resource "aws_db_instance" "x" {
      engine            = "postgres"
      instance_class    = "db.m5.large"
      allocated_storage = 50
      \(extra)
    }
    """
  }

  private static let eip = "resource \"aws_eip\" \"x\" {\n  domain = \"vpc\"\n}\n"
  private static let volume = "availability_zone = \"us-east-1a\"\n  size = 10\n"
  private static let deployment =
    #"manifest = { apiVersion = "apps/v1", kind = "Deployment", metadata = { name = "x" }, spec = { replicas = 2, selector = { matchLabels = { a = "b" } }, template = { metadata = { labels = { a = "b" } }, spec = { containers = [{ name = "c", image = "c:1" }] } } } }"#

  static let proofs = [
    Proof(
      objection: "last-replica", type: "Deployment", block: deployment,
      patch: "edit {\n path = [\"spec\", \"replicas\"]\n value = 0\n}"),
    Proof(
      objection: "single-replica", type: "Deployment", block: deployment,
      patch: "edit {\n path = [\"spec\", \"replicas\"]\n value = 1\n}"),
    Proof(
      objection: "last-database-instance", type: "aws_rds_cluster_instance",
      block:
        "resource \"aws_rds_cluster_instance\" \"x\" {\n  identifier = \"i\"\n  cluster_identifier = \"c\"\n  engine = \"aurora-postgresql\"\n  instance_class = \"db.r6g.large\"\n}",
      patch: "remove = true"),
    Proof(
      objection: "group-without-instances", type: "aws_autoscaling_group",
      block: "resource \"aws_autoscaling_group\" \"x\" {\n  min_size = 1\n  max_size = 2\n}",
      patch: "set {\n min_size = 0\n}"),
    Proof(
      objection: "standby", type: "aws_db_instance", block: instance("multi_az = true"),
      patch: "set {\n multi_az = false\n}"),
    Proof(
      objection: "backup", type: "aws_db_instance", block: instance("backup_retention_period = 7"),
      patch: "set {\n backup_retention_period = 0\n}"),
    Proof(
      objection: "backup-removed", type: "aws_s3_bucket_versioning",
      block:
        "resource \"aws_s3_bucket_versioning\" \"x\" {\n  bucket = \"b\"\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}",
      patch: "remove = true"),
    Proof(
      objection: "data-without-copy", type: "aws_ebs_volume",
      block: "resource \"aws_ebs_volume\" \"x\" {\n  \(volume)}", patch: "remove = true"),
    Proof(
      objection: "final-snapshot", type: "aws_db_instance", block: instance("skip_final_snapshot = true"),
      patch: "remove = true"),
    Proof(
      objection: "encryption", type: "aws_ebs_volume",
      block: "resource \"aws_ebs_volume\" \"x\" {\n  \(volume)  encrypted = true\n}",
      patch: "set {\n encrypted = false\n}"),
    Proof(
      objection: "encryption", type: "aws_ebs_volume",
      block: "resource \"aws_ebs_volume\" \"x\" {\n  \(volume)  encrypted = true\n}",
      patch: "unset = [[\"encrypted\"]]"),
    Proof(
      objection: "encryption-removed", type: "aws_kms_key",
      block: "resource \"aws_kms_key\" \"x\" {\n  enable_key_rotation = true\n}", patch: "remove = true"),
    Proof(
      objection: "audit-trail", type: "aws_cloudwatch_log_group",
      block: "resource \"aws_cloudwatch_log_group\" \"x\" {\n  name = \"/aws/cloudtrail/all\"\n}",
      patch: "set {\n retention_in_days = 30\n}"),
    Proof(
      objection: "guard-removed", type: "aws_guardduty_detector",
      block: "resource \"aws_guardduty_detector\" \"x\" {\n  enable = true\n}", patch: "remove = true"),
    Proof(
      objection: "address-in-dns", type: "aws_eip",
      block: eip
        + "resource \"aws_route53_record\" \"x\" {\n  zone_id = \"Z\"\n  name = \"x\"\n  type = \"A\"\n  ttl = 60\n  records = [aws_eip.x.public_ip]\n}",
      patch: "remove = true"),
    Proof(
      objection: "production-off-hours", type: "aws_db_instance",
      block: instance("tags = { Environment = \"prod\" }"), patch: "set {\n allocated_storage = 49\n}",
      action: "schedule"),
    Proof(
      objection: "spot-without-spare", type: "aws_db_instance", block: instance(),
      patch: "set {\n allocated_storage = 49\n}", action: "use-spot"),
    Proof(
      objection: "single-way-out", type: "aws_nat_gateway",
      block: """
        resource "aws_nat_gateway" "x" {
          allocation_id = "e"
          subnet_id = "s"
        }
        resource "aws_nat_gateway" "y" {
          allocation_id = "f"
          subnet_id = "t"
        }
        resource "aws_route" "x" {
          route_table_id = "r"
          nat_gateway_id = aws_nat_gateway.x.id
        }
        """,
      patch: "remove = true"),
  ]

  private func advice(_ proof: Proof, reviewers: [AdviceReviewer]) throws -> EstateAdvice {
    let rule = """
      rule "reckless" {
        number = 0
        title = "t"
        origin = "o"
        action = "\(proof.action)"
        stage = "remove"
        needs = ["resources"]
        resource = "\(proof.type)"
        confidence = "high"
        effort = "low"
        risk = "low"
        reversible = true
        when = true
        evidence = "e"
        basis = "enabler"
        patch {
          \(proof.patch)
        }
        fires {
          \(proof.block)
        }
        spares {}
        edge "spares" {}
      }
      """
    let shipped = try String(contentsOf: Self.objections, encoding: .utf8)
    let book = try AdviceBook(rules: ["reckless.hcl": rule, "objections.hcl": shipped])
    let estate = try #require(book.rules.first?.cases.first).estate()
    var options = AdviceOptions()
    options.reviewers = reviewers
    return try Adviser(schemas: SchemaShelf([]), book: book).advice(on: estate, options: options)
  }

  @Test(arguments: proofs) func objects(_ proof: Proof) throws {
    let one = try #require(try advice(proof, reviewers: AdviceReviewer.standard).recommendations.first)
    #expect(one.objections.map(\.rule).contains(proof.objection), "\(one.objections)")
    #expect(
      one.objections.allSatisfy {
        $0.answeredBy == "handbook" && !$0.reason.isEmpty && !$0.reason.contains("${")
      })
    #expect(!one.isSound && one.counted == 0)
  }

  /// Every objection that ships is one of these.
  @Test func leavesNoneUnproved() throws {
    #expect(Set(try AdviceBook.builtIn().reviews.map(\.id)) == Set(Self.proofs.map(\.objection)))
  }

  /// Nobody objects whose crew has nobody to.
  @Test func speaksForAnAgent() throws {
    let proof = try #require(Self.proofs.first { $0.objection == "encryption" })
    let reviewers = [AdviceReviewer(key: "sre", role: "SRE", focus: [.reliability])]
    #expect(try advice(proof, reviewers: reviewers).recommendations.first?.objections.isEmpty == true)
  }
}
