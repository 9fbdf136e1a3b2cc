import HCL
import Testing

struct EditTests {
  private let text = """
    # keep me
    resource "aws_instance" "web" {
      ami           = "ami-1" # why
      instance_type = var.size

      tags = { Name = "web" }

      ebs_block_device {
        device_name = "a"
      }
      ebs_block_device { device_name = "b" }
    }

    resource "aws_vpc" "main" {}

    """

  private let web = BlockAddress("resource", labels: ["aws_instance", "web"])

  @Test func setsArguments() throws {
    var edit = try HCLEdit(path: "main.tf", text: text)
    try edit.set(["instance_type"], to: "\"t3.small\"", in: web)
    try edit.set(["monitoring"], to: "true", in: web)
    try edit.set(["metadata_options", "http_tokens"], to: "\"required\"", in: web)
    try edit.set(["metadata_options", "http_endpoint"], to: "\"enabled\"", in: web)
    try edit.set(["ebs_block_device", "encrypted"], to: "true", in: web)
    try edit.set(["tags", "Owner"], to: "\"ops\"", in: web)
    try edit.set(
      ["cidr_block"], to: "\"10.0.0.0/16\"", in: BlockAddress("resource", labels: ["aws_vpc", "main"]))
    #expect(
      edit.text == """
        # keep me
        resource "aws_instance" "web" {
          ami           = "ami-1" # why
          instance_type = "t3.small"

          tags       = { Owner = "ops", Name = "web" }
          monitoring = true

          ebs_block_device {
            device_name = "a"
            encrypted   = true
          }
          ebs_block_device {
            device_name = "b"
            encrypted   = true
          }

          metadata_options {
            http_tokens   = "required"
            http_endpoint = "enabled"
          }
        }

        resource "aws_vpc" "main" {
          cidr_block = "10.0.0.0/16"
        }

        """)
  }

  @Test func removesAndAppends() throws {
    var edit = try HCLEdit(path: "main.tf", text: text)
    #expect(try edit.remove(["ebs_block_device"], in: web))
    #expect(try edit.remove(["ami"], in: web))
    #expect(try !edit.remove(["nothing"], in: web))
    #expect(try edit.remove(BlockAddress("resource", labels: ["aws_vpc", "main"])))
    try edit.append("lifecycle {\nprevent_destroy = true\n}", to: web)
    try edit.append("resource \"aws_eip\" \"ip\" {\ninstance = aws_instance.web.id\n}")
    #expect(
      edit.text == """
        # keep me
        resource "aws_instance" "web" {
          instance_type = var.size

          tags = { Name = "web" }

          lifecycle {
            prevent_destroy = true
          }
        }

        resource "aws_eip" "ip" {
          instance = aws_instance.web.id
        }

        """)
  }

  @Test func refusesWhatWouldNotParse() throws {
    var edit = try HCLEdit(path: "main.tf", text: text)
    #expect(throws: (any Error).self) { try edit.set(["ami"], to: "[", in: web) }
    #expect(throws: (any Error).self) {
      try edit.set(["a"], to: "1", in: BlockAddress("resource", labels: ["x", "y"]))
    }
    #expect(throws: (any Error).self) { try HCLEdit(path: "x", text: "a = ") }
    #expect(edit.text == HCLFormatter.format(text))
  }
}
