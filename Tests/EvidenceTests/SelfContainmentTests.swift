import Testing
import Vocabulary

@testable import Evidence

struct SelfContainmentTests {
  private static func rules(_ text: String, given: String = "") throws -> [String] {
    let brief = Brief(title: "", requirements: [Requirement(id: "REQ-1", text: given)])
    let files = [Artifact(path: "infrastructure/main.tf", content: text)]
    return try OfflineChecks().evidence(for: files, brief: brief).findings.map(\.rule).filter {
      $0.hasPrefix("draft-")
    }
  }

  @Test func anIdentifierWrittenOutIsFound() throws {
    let text = "resource \"aws_instance\" \"a\" {\n  ami = \"ami-1\"\n  subnet_id = \"subnet-0abc1234\"\n}\n"
    #expect(try Self.rules(text) == [Finding.Rule.hardCoded])
    #expect(try Self.rules(text, given: "in subnet-0abc1234").isEmpty)
  }

  @Test func aReferenceIsNot() throws {
    let text = """
      resource "aws_iam_role" "a" {
        name               = "a"
        assume_role_policy = "{}"
      }
      resource "aws_iam_role_policy_attachment" "a" {
        role       = aws_iam_role.a.name
        policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
      }
      """
    #expect(try Self.rules(text).isEmpty)
  }

  @Test func whatAPlanNeedsIsSaid() throws {
    #expect(
      try Self.rules("data \"aws_ami\" \"a\" {\n  owners = [\"self\"]\n}\n") == [Finding.Rule.readsAccount])
    #expect(try Self.rules("data \"aws_region\" \"a\" {}\n").isEmpty)
    #expect(try Self.rules("variable \"a\" {}\n") == [Finding.Rule.asksInput])
    #expect(try Self.rules("variable \"a\" {\n  default = 1\n}\n").isEmpty)
  }

  @Test func aFileTheDraftDoesNotHaveIsAMistake() throws {
    let text =
      "resource \"aws_s3_object\" \"a\" {\n  bucket = \"b\"\n  key = \"k\"\n  etag = filemd5(\"x.zip\")\n}\n"
    let files = [Artifact(path: "infrastructure/main.tf", content: text)]
    let evidence = try OfflineChecks().evidence(for: files, brief: Brief(title: "", requirements: []))
    #expect(!evidence.isValid)
  }
}
