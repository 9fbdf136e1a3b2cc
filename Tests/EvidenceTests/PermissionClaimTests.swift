import Testing
import Vocabulary

@testable import Evidence

/// What a role may do, and whether it may do anything else, by the policies of a configuration.
struct PermissionClaimTests {
  private static func role(_ statements: String) -> String {
    """
    variable "bucket" { type = string }
    data "aws_iam_policy_document" "work" {
      \(statements)
    }
    resource "aws_iam_role" "work" {
      name               = "work"
      assume_role_policy = "{}"
    }
    resource "aws_iam_role_policy" "work" {
      role   = aws_iam_role.work.id
      policy = data.aws_iam_policy_document.work.json
    }
    """
  }

  private static let read = """
    statement {
      actions   = ["s3:ListBucket"]
      resources = ["arn:aws:s3:::config"]
    }
    statement {
      actions   = ["s3:GetObject"]
      resources = ["arn:aws:s3:::config/*"]
    }
    """

  private static let may = #"may("s3:ListBucket arn:aws:s3:::config", "s3:GetObject arn:aws:s3:::config/*")"#
  private static let only =
    #"may_only("s3:Get* s3:List*", "arn:aws:s3:::config", "arn:aws:s3:::config/*", "free:ecr:GetAuthorizationToken")"#

  private func status(_ text: String, condition: String) throws -> Coverage.Status {
    let requirement = Requirement(
      id: "REQ-1", text: "may read only the bucket",
      check: RequirementCheck(all: [ResourceExpectation(types: ["aws_iam_role"], condition: condition)]))
    let files = [Artifact(path: ArtifactFormat.openTofu.path(of: "main.tf"), content: text)]
    let found = OfflineChecks.coverage(of: files, brief: Brief(title: "", requirements: [requirement]))
    return try #require(found.first).status
  }

  @Test func whatIsAllowedAndNothingElseIsMet() throws {
    #expect(try status(Self.role(Self.read), condition: "\(Self.may) && \(Self.only)") == .met)
  }

  @Test(arguments: [
    // Another action, another resource, everything, all but something.
    #"actions = ["s3:PutObject"]"# + "\n" + #"resources = ["arn:aws:s3:::config/*"]"#,
    #"actions = ["s3:GetObject"]"# + "\n" + #"resources = ["arn:aws:s3:::other/*"]"#,
    #"actions = ["*"]"# + "\n" + #"resources = ["*"]"#,
    #"not_actions = ["iam:*"]"# + "\n" + #"resources = ["arn:aws:s3:::config"]"#,
  ])
  func anythingMoreIsUnmet(more: String) throws {
    let text = Self.role(Self.read + "\nstatement {\n\(more)\n}\n")
    #expect(try status(text, condition: Self.only) == .unmet)
    #expect(try status(text, condition: Self.may) == .met)
  }

  @Test func whatNoResourceNarrowsMayBeOnEverything() throws {
    let token = "\nstatement {\nactions = [\"ecr:GetAuthorizationToken\"]\nresources = [\"*\"]\n}\n"
    #expect(try status(Self.role(Self.read + token), condition: Self.only) == .met)
  }

  @Test func whatIsMissingOrDeniedIsUnmet() throws {
    let half = "statement {\nactions = [\"s3:ListBucket\"]\nresources = [\"arn:aws:s3:::config\"]\n}\n"
    #expect(try status(Self.role(half), condition: Self.may) == .unmet)
    let denied = "\nstatement {\neffect = \"Deny\"\nactions = [\"s3:GetObject\"]\nresources = [\"*\"]\n}\n"
    #expect(try status(Self.role(Self.read + denied), condition: Self.may) == .unmet)
  }

  @Test func whatOnlyApplyTellsIsOpen() throws {
    let text = Self.role(
      "statement {\nactions = [\"s3:GetObject\"]\nresources = [\"arn:aws:s3:::${var.bucket}/*\"]\n}\n")
    #expect(try status(text, condition: Self.only) == .unknown)
  }
}
