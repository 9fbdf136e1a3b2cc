import HCL
import Permissions
import ResourceGraph
import Testing

/// Questions to configurations as people write them.
struct ConfigurationTests {
  private static let text = #"""
    data "aws_caller_identity" "me" {}
    variable "partner" { type = string }
    resource "aws_s3_bucket" "data" { bucket = "shop-data" }
    resource "aws_sqs_queue" "jobs" { name = "jobs" }
    resource "aws_sqs_queue" "other" { name_prefix = "other-" }
    resource "aws_kms_key" "k" {}
    data "aws_iam_policy_document" "assume" {
      statement {
        actions = ["sts:AssumeRole"]
        principals {
          type        = "Service"
          identifiers = ["lambda.amazonaws.com"]
        }
      }
    }
    data "aws_iam_policy_document" "base" {
      statement {
        actions   = ["s3:GetObject"]
        resources = ["${aws_s3_bucket.data.arn}/*"]
      }
    }
    data "aws_iam_policy_document" "app" {
      source_policy_documents = [data.aws_iam_policy_document.base.json]
      statement {
        actions   = ["sqs:*"]
        resources = ["arn:aws:sqs:eu-west-1:${data.aws_caller_identity.me.account_id}:jobs"]
      }
    }
    resource "aws_iam_role" "app" {
      name               = "app"
      assume_role_policy = data.aws_iam_policy_document.assume.json
    }
    resource "aws_iam_role_policy" "app" {
      role   = aws_iam_role.app.id
      policy = data.aws_iam_policy_document.app.json
    }
    resource "aws_iam_policy" "ops" {
      policy = jsonencode({ Statement = [
        { Effect = "Allow", Action = ["iam:PassRole", "lambda:*", "kms:Decrypt"], Resource = "*" },
        { Effect = "Allow", Action = "s3:*", Resource = "arn:aws:s3:::${var.partner}/*" },
      ] })
    }
    resource "aws_iam_role" "ops" {
      assume_role_policy   = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = aws_iam_role.app.arn } }] })
      permissions_boundary = "arn:aws:iam::aws:policy/PowerUserAccess"
    }
    resource "aws_iam_role_policy_attachment" "ops" {
      role       = aws_iam_role.ops.name
      policy_arn = aws_iam_policy.ops.arn
    }
    resource "aws_iam_group" "people" { name = "people" }
    resource "aws_iam_user" "ann" { name = "ann" }
    resource "aws_iam_user_group_membership" "ann" {
      user   = aws_iam_user.ann.name
      groups = [aws_iam_group.people.name]
    }
    resource "aws_iam_group_policy_attachment" "people" {
      group      = aws_iam_group.people.name
      policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
    }
    resource "aws_iam_user" "bob" { name = "bob" }
    resource "aws_iam_user_policy_attachment" "bob" {
      user       = aws_iam_user.bob.name
      policy_arn = "arn:aws:iam::aws:policy/SomethingNobodyKnows"
    }
    resource "aws_lambda_function" "worker" {
      function_name = "worker"
      role          = aws_iam_role.app.arn
    }
    resource "aws_lambda_permission" "bucket" {
      function_name = aws_lambda_function.worker.function_name
      action        = "lambda:InvokeFunction"
      principal     = "s3.amazonaws.com"
      source_arn    = aws_s3_bucket.data.arn
    }
    """#

  private static func question(_ text: String, account: String? = nil) throws -> PermissionQuestion {
    let book = try #require(try PermissionBook.shipped())
    let graph = ResourceGraph(ConfigurationSources(files: ["main.tf": text]), names: book.computedNames)
    #expect(graph.diagnostics.isEmpty)
    return PermissionQuestion(PermissionModel(graph, book: book, account: account, region: "eu-west-1"))
  }

  @Test(arguments: [
    ("aws_iam_role.app", "s3:GetObject", "aws_s3_bucket.data/*", AccessDecision.Outcome.allowed),
    ("aws_iam_role.app", "s3:PutObject", "aws_s3_bucket.data/*", .denied),
    ("aws_iam_role.app", "s3:GetObject", "aws_s3_bucket.data", .denied),
    ("aws_lambda_function.worker", "s3:GetObject", "aws_s3_bucket.data/x", .allowed),
    ("app", "sqs:SendMessage", "aws_sqs_queue.jobs", .allowed),
    ("app", "sqs:SendMessage", "aws_sqs_queue.other", .denied),
    ("aws_iam_role.ops", "kms:Decrypt", "aws_kms_key.k", .allowed),
    ("aws_iam_role.app", "kms:Decrypt", "aws_kms_key.k", .denied),
    ("aws_iam_role.ops", "s3:GetObject", "arn:aws:s3:::acme/x", .unknown),
    ("aws_iam_role.ops", "iam:PassRole", "aws_iam_role.app", .denied),
    ("app", "sts:AssumeRole", "aws_iam_role.ops", .allowed),
    ("ann", "sts:AssumeRole", "aws_iam_role.ops", .denied),
    ("ann", "ec2:TerminateInstances", "*", .allowed), ("bob", "ec2:TerminateInstances", "*", .unknown),
    ("lambda.amazonaws.com", "sts:AssumeRole", "aws_iam_role.app", .allowed),
    ("ec2.amazonaws.com", "sts:AssumeRole", "aws_iam_role.app", .denied),
    ("s3.amazonaws.com", "lambda:InvokeFunction", "aws_lambda_function.worker", .conditional),
    ("anybody", "s3:GetObject", "aws_s3_bucket.data/x", .denied),
  ])
  func isDecided(who: String, action: String, resource: String, outcome: AccessDecision.Outcome) throws {
    let decision = try Self.question(Self.text).decide(who: who, action: action, resource: resource)
    #expect(decision.outcome == outcome, "\(decision)")
  }

  @Test func theAccountMakesNamesPlain() throws {
    let question = try Self.question(Self.text, account: "111122223333")
    func outcome(_ arn: String) throws -> AccessDecision.Outcome {
      try question.decide(who: "app", action: "sqs:SendMessage", resource: arn).outcome
    }
    #expect(try outcome("arn:aws:sqs:eu-west-1:111122223333:jobs") == .allowed)
    #expect(try outcome("arn:aws:sqs:eu-west-1:999900001111:jobs") == .denied)
  }

  @Test func whoeverCanIsListed() throws {
    let found = try Self.question(Self.text).whoCan(action: "sts:AssumeRole", resource: "aws_iam_role.ops")
    #expect(found.map(\.who) == ["aws_iam_role.app"])
  }

  @Test func aWayToTakeMoreIsFound() throws {
    let book = try #require(try PermissionBook.shipped())
    let open = Self.text.replacing(
      #"permissions_boundary = "arn:aws:iam::aws:policy/PowerUserAccess""#, with: "")
    func ways(_ text: String) -> [String] {
      let graph = ResourceGraph(ConfigurationSources(files: ["main.tf": text]), names: book.computedNames)
      return PermissionEscalation.escalations(in: PermissionModel(graph, book: book))
        .filter { $0.who == "aws_iam_role.ops" }.map(\.id)
    }
    #expect(ways(open) == ["pass-role-to-function", "change-function-code"])
    // The boundary keeps it from passing roles.
    #expect(
      ways(Self.text.replacing("permissions_boundary =", with: "permissions_boundary =")) == [
        "change-function-code"
      ])
  }

  @Test func nobodyOfThatNameIsSaid() throws {
    let question = try Self.question(Self.text)
    #expect(throws: PermissionError.self) {
      try question.decide(who: "nobody", action: "s3:*", resource: "*")
    }
    #expect(throws: PermissionError.self) {
      try question.decide(who: "app", action: "s3:*", resource: "aws_s3_bucket.missing")
    }
  }
}
