import Basics
import Testing

@testable import ProviderSchemas
@testable import Validation

struct AcceptedValuesTests {
  private static let text = """
    aws_a
     -\tconflicts\tx|y
     mode\tvalues\tON|OFF
     block.size\trange\t1..60
     name\tlength\t..8
     role\tarn\t
    aws_b
     mode\tanycase\tHTTP|TCP

    """

  @Test func linesBelongToTheTypeAboveThem() throws {
    let accepted = AcceptedValues(Array(Self.text.utf8))
    let first = try #require(accepted.constraint(for: "aws_a"))
    #expect(first.conflicts == [["x", "y"]])
    #expect(first.values.map(\.texts) == [["ON", "OFF"]])
    #expect(first.ranges.map(\.path) == ["block.size"])
    #expect(first.lengths.first?.bounds == Bounds("..8"))
    #expect(first.forms.map(\.form) == [ValueForm("arn")])
    #expect(accepted.constraint(for: "aws_b")?.wordsInAnyCase.map(\.path) == ["mode"])
    #expect(accepted.constraint(for: "aws_c") == nil)
  }

  @Test(arguments: [("1..60", 1.0, true), ("1..60", 61, false), ("5..", 4, false), ("..5", 4, true)])
  func bounds(text: String, number: Double, holds: Bool) {
    #expect(Bounds(text).contains(number) == holds)
  }

  @Test(arguments: [
    ("arn", "arn:aws:iam::123456789012:role/x", true), ("arn", "arn:aws:s3:::bucket", true),
    ("arn", "my-role", false), ("arn", "arn:aws:iam::12:role/x", false), ("cidr", "10.0.0.0/16", true),
    ("cidr", "10.0.0/16", false), ("cidr", "::/0", true), ("json", "{}", true), ("json", "{", false),
  ])
  func forms(word: String, text: String, fits: Bool) throws {
    #expect(try #require(ValueForm(word)).fits(text) == fits)
  }

  @Test(arguments: [
    ("billing_mode = \"SOMETIMES\"", false, true), ("billing_mode = var.mode", false, false),
    ("billing_mode = var.mode", true, true),
  ])
  func whatAVariableGivesIsLookedAtOnlyAsAPlanDoes(line: String, resolves: Bool, isRefused: Bool) {
    let text = """
      variable "mode" {
        default = "SOMETIMES"
      }
      resource "aws_dynamodb_table" "t" {
        name     = "t"
        hash_key = "id"
        \(line)
        attribute {
          name = "id"
          type = "S"
        }
      }
      """
    let report = ConfigurationValidator.builtIn(resolvesInputs: resolves).validate(files: ["main.tf": text])
    #expect(report.diagnostics.contains { $0.code == ConfigurationValidator.valueCode } == isRefused)
  }
}
