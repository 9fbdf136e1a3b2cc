import HCL
import Testing

/// The code of answers in the shapes that models give them.
struct ModelAnswerTests {
  private static let vpc = "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n"

  @Test(arguments: [
    "```hcl\n\(vpc)```\n",
    "Here you are:\n\n```terraform\n\(vpc)```\n\nApply it with:\n\n```sh\nterraform apply\n```\n",
    "  ```\n\(vpc)  ```",
    "```hcl\n\(vpc)",
    "~~~~ tf\n\(vpc)~~~~\n",
    "<think>\n```hcl\nresource \"aws_vpc\" \"draft\" {}\n```\n</think>\n```hcl\n\(vpc)```",
    "Sure, this is it:\n\n---\n\n\(vpc)\n---\n\nIt makes a {network}.\n",
    "<iac_template>\n\(vpc)</iac_template>\n",
    "```hcl\n\(vpc)```\nThen in terraform.tfvars:\n```hcl\nenvironment = \"dev\"\n```\n",
    "```hcl\n\(vpc)```\nOr, smaller:\n```hcl\n\(vpc.replacing("/16", with: "/24"))```\n",
    "```hcl\r\n\(vpc.replacing("\n", with: "\r\n"))```\r\n",
  ])
  func findsTheConfiguration(_ answer: String) {
    #expect(ModelAnswer(answer).configuration == Self.vpc)
  }

  @Test func joinsPiecesThatBelongTogether() {
    let output = "output \"id\" {\n  value = aws_vpc.v.id\n}\n"
    let answer = "First:\n```hcl\n\(Self.vpc)```\nthen\n```hcl\n\(output)```\n"
    #expect(ModelAnswer(answer).configuration == Self.vpc + "\n" + output)
  }

  @Test func namesTheFiles() {
    let answer = """
      ```hcl
      # modules/net/main.tf
      variable "a" {}
      ```
      **main.tf**
      ```hcl
      variable "a" {}
      ```
      ```hcl
      // File: outputs.tf
      output "b" { value = 1 }
      ```
      ```hcl title="x.tf"
      locals {}
      ```
      """
    let files = ModelAnswer(answer).files
    #expect(Set(files.keys) == ["modules/net/main.tf", "main.tf", "outputs.tf", "x.tf"])
    #expect(files["main.tf"] == "variable \"a\" {}\n")
  }

  @Test func tellsWhatWasCutOff() {
    #expect(ModelAnswer("```hcl\nlocals {").blocks.map(\.isClosed) == [false])
    #expect(ModelAnswer("```hcl\nlocals {}\n```").blocks.map(\.isClosed) == [true])
  }

  @Test func takesAnAnswerWithoutCodeAsItIs() {
    #expect(ModelAnswer("I cannot do that.").configuration == "I cannot do that.")
    #expect(ModelAnswer("").blocks.isEmpty)
  }
}
