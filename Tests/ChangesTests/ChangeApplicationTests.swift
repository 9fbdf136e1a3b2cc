import Changes
import Testing
import Vocabulary

struct ChangeApplicationTests {
  private static let path = "infrastructure/main.tf"

  private func applied(_ changes: [Change], to text: String) throws -> String {
    let files = try ChangeApplication([Artifact(path: Self.path, content: text)]).applying(changes)
    return try #require(files.first).content
  }

  @Test func commentsAndTheLayoutOfEverythingElseStay() throws {
    let text = """
      resource "aws_sqs_queue"   "a" {
          name="a" # as agreed
          delay_seconds   =   3
      }
      """
    let after = try applied(
      [.set(address: "aws_sqs_queue.a", path: ["fifo_queue"], source: "true")], to: text)
    #expect(
      after == """
        resource "aws_sqs_queue"   "a" {
            name="a" # as agreed
            delay_seconds   =   3
          fifo_queue    = true
        }
        """)
  }

  @Test func aRenamedBlockTakesItsReferencesAlongAndTellsTheState() throws {
    let text = """
      resource "aws_vpc" "old" {
        cidr_block = "10.0.0.0/16"
      }

      resource "aws_subnet" "a" {
        vpc_id     = aws_vpc.old.id
        cidr_block = cidrsubnet(aws_vpc.old.cidr_block, 8, 1)
        tags       = { Name = "aws_vpc.old in ${aws_vpc.old.id}" }
      }
      """
    let after = try applied([.move(from: "aws_vpc.old", to: "aws_vpc.new")], to: text)
    #expect(after.contains("resource \"aws_vpc\" \"new\""))
    #expect(after.contains("vpc_id     = aws_vpc.new.id"))
    #expect(after.contains("cidrsubnet(aws_vpc.new.cidr_block, 8, 1)"))
    #expect(after.contains("\"aws_vpc.old in ${aws_vpc.new.id}\""))
    #expect(after.hasSuffix("moved {\n  from = aws_vpc.old\n  to   = aws_vpc.new\n}\n"))
  }

  @Test func whatIsNotThereCannotBeEdited() {
    #expect(throws: ChangesError.self) {
      try applied([.remove(address: "aws_vpc.main")], to: "locals {\n}\n")
    }
  }

  /// Lines with the same words stand in many blocks: which of them is gone has to be told from where it stood.
  @Test func whatIsRemovedTakesNoLayoutAlong() throws {
    let text = """
      resource "aws_sqs_queue" "a" {
            name = "a"
            }

      resource "aws_sqs_queue" "b" {
        name   =  "b"
        }
      """
    #expect(
      try applied([.remove(address: "aws_sqs_queue.a")], to: text) == """

        resource "aws_sqs_queue" "b" {
          name   =  "b"
          }
        """)
  }
}
