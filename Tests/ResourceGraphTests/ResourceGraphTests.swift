import Basics
import HCL
import ResourceGraph
import Testing

struct ResourceGraphTests {
  private func graph(_ text: String) -> ResourceGraph { ResourceGraph(files: ["main.tf": text]) }

  @Test func evaluatesWhatIsWritten() throws {
    let graph = graph(
      """
      variable "size" { default = "t3.micro" }
      variable "secret" {}
      locals {
        name = "${local.prefix}-web"
        prefix = "shop"
      }
      resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
      resource "aws_subnet" "a" {
        count      = 2
        vpc_id     = aws_vpc.main.id
        cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
      }
      resource "aws_instance" "web" {
        for_each      = { blue = "1", green = "2" }
        instance_type = var.size
        key_name      = var.secret
        subnet_id     = aws_subnet.a[0].id
        tags          = { Name = "${local.name}-${each.key}" }
        dynamic "ebs_block_device" {
          for_each = ["x", "y"]
          content { device_name = "/dev/${ebs_block_device.value}" }
        }
      }
      """)
    #expect(graph.diagnostics.isEmpty)
    #expect(
      graph.resources.map(\.address) == [
        "aws_vpc.main", "aws_subnet.a[0]", "aws_subnet.a[1]", "aws_instance.web[\"blue\"]",
        "aws_instance.web[\"green\"]",
      ])
    #expect(graph["aws_subnet.a[1]"]?.attributes["cidr_block"] == .string("10.0.1.0/24"))
    #expect(graph["aws_subnet.a[1]"]?.attributes["vpc_id"] == .unknown)
    let web = try #require(graph["aws_instance.web[\"blue\"]"])
    #expect(web.attributes["tags"]?["Name"] == .string("shop-web-blue"))
    #expect(web.attributes["instance_type"] == .string("t3.micro"))
    #expect(web.attributes["key_name"] == .unknown)
    #expect(web.attributes["ebs_block_device"]?[1]?["device_name"] == .string("/dev/y"))
    #expect(
      web.references.contains(
        Reference(
          path: "subnet_id", target: "aws_subnet.a", attribute: "id", isWhole: true, key: .number(0))))
    #expect(web.provider == "aws")
    let vpc = try #require(graph["aws_vpc.main"])
    #expect(graph.referrers(of: vpc).map(\.address) == ["aws_subnet.a[0]", "aws_subnet.a[1]"])
    #expect(graph.edges["aws_subnet.a[0]"] == ["aws_vpc.main"])
  }

  /// Only in a resource itself is `lifecycle` a word of the language: further inside it is a block as any.
  @Test func nestedLifecyclesAreValues() {
    let graph = graph(
      """
      resource "aws_backup_plan" "p" {
        name = "p"
        rule {
          rule_name = "r"
          lifecycle { delete_after = 7 }
        }
        lifecycle { prevent_destroy = true }
      }
      """)
    let plan = graph["aws_backup_plan.p"]
    #expect(plan?.attributes["rule"]?[0]?["lifecycle"]?[0]?["delete_after"] == .number(7))
    #expect(plan?.attributes["lifecycle"] == nil)
  }

  @Test func readsPolicyDocumentsThatAreOnlyPartlyKnown() {
    let graph = graph(
      #"""
      resource "aws_s3_bucket" "b" {}
      data "aws_iam_policy_document" "d" {
        statement {
          actions   = ["s3:*"]
          resources = [aws_s3_bucket.b.arn]
          principals {
            type        = "*"
            identifiers = ["*"]
          }
        }
      }
      resource "aws_s3_bucket_policy" "by_data" { policy = data.aws_iam_policy_document.d.json }
      resource "aws_s3_bucket_policy" "by_json" {
        policy = jsonencode({ Statement = [{ Action = "s3:*", Resource = aws_s3_bucket.b.arn }] })
      }
      resource "aws_s3_bucket_policy" "by_text" {
        policy = <<EOT
          {"Statement": [{"Action": "s3:*", "Resource": "${aws_s3_bucket.b.arn}/*"}]}
        EOT
      }
      """#)
    let documents = ["by_data", "by_json", "by_text"].compactMap {
      graph["aws_s3_bucket_policy.\($0)"]?.documents["policy"]
    }
    #expect(documents.count == 3)
    for document in documents {
      let action = document["Statement"]?[0]?["Action"]
      #expect(action == .string("s3:*") || action == .list([.string("s3:*")]))
      let resource = document["Statement"]?[0]?["Resource"]
      #expect(resource == .unknown || resource == .list([.unknown]))
    }
    #expect(documents.first?["Statement"]?[0]?["Principal"] == .string("*"))
  }

  @Test(arguments: [
    ("resource \"a_b\" \"c\" {\n  x = a_d.main.id\n}", "2:7 Reference to undeclared resource"),
    ("resource \"a_b\" \"c\" {\n  x = data.a_d.main.id\n}", "2:7 Reference to undeclared resource"),
    ("output \"o\" {\n  value = var.x\n}", "2:11 Reference to undeclared input variable"),
    ("output \"o\" {\n  value = local.x\n}", "2:11 Reference to undeclared local value"),
    ("output \"o\" {\n  value = module.x.y\n}", "2:11 Reference to undeclared module"),
    ("output \"o\" {\n  value = uper(\"x\")\n}", "2:11 Call to unknown function"),
    ("output \"o\" {\n  value = thing\n}", "2:11 Invalid reference"),
    ("resource \"a\" \"b\" {}\nresource \"a\" \"b\" {}", "2:1 Duplicate resource configuration"),
    ("variable \"a\" {}\nvariable \"a\" {}", "2:1 Duplicate variable declaration"),
    ("locals {\n  a = local.b\n  b = local.a\n}", "2:3 Cycle"),
    ("resource \"a\" \"b\" {\n  x = a.c.id\n}\nresource \"a\" \"c\" {\n  x = [a.b.id]\n}", "1:1 Cycle"),
    ("resource \"a\" \"b\" {\n  x = a.b.id\n}", "2:7 Self-referential block"),
    ("resource \"a\" \"b\" {\n  x = count.index\n}", "2:7 Reference to \"count\" in non-counted context"),
    (
      "resource \"a\" \"b\" {\n  count = 1\n}\noutput \"o\" {\n  value = a.b.id\n}",
      "5:11 Missing resource instance key"
    ),
    ("resource \"a\" {}", "1:1 Missing label for block"),
    ("resourse \"a\" \"b\" {}", "1:1 Unsupported block type"),
    ("x = 1", "1:1 Unsupported argument"), ("x = ", "1:5 Missing expression"),
  ])
  func explainsMistakes(_ text: String, _ expected: String) throws {
    let first = try #require(graph(text).diagnostics.first)
    let start = try #require(first.range).start
    #expect("\(start.line):\(start.column) \(first.summary)" == expected)
  }

  @Test func suggestsWhatWasMeant() throws {
    let found = graph("resource \"a\" \"web\" {}\noutput \"o\" {\n  value = a.wep.id\n}").diagnostics
    #expect(try #require(found.first).detail.hasSuffix("Did you mean \"web\"?"))
    #expect(
      graph("variable \"size\" {}\noutput \"o\" {\n  value = var.sise\n}").diagnostics[0].detail.contains(
        "\"size\"?"))
  }

  @Test(arguments: [
    "resource \"a\" \"b\" {\n  provider = aws.west\n  lifecycle {\n    ignore_changes = [tags]\n  }\n}",
    "resource \"a\" \"b\" {\n  provisioner \"x\" {\n    when = destroy\n    command = self.id\n  }\n}",
    "resource \"a\" \"b\" {\n  dynamic \"c\" {\n    for_each = []\n    iterator = it\n    content {\n      d = it.value\n    }\n  }\n}",
    "output \"o\" {\n  value = [for k, v in {} : k if v != path.module]\n}",
    "variable \"v\" {\n  type = list(string)\n  validation {\n    condition = length(var.v) > 0\n    error_message = \"x\"\n  }\n}",
  ])
  func acceptsWordsThatAreNoReferences(_ text: String) {
    #expect(graph(text).diagnostics.isEmpty)
  }

  @Test func mergesOverrideFiles() {
    let graph = ResourceGraph(files: [
      "main.tf": "resource \"a\" \"b\" {\n  x = 1\n  y = 2\n}",
      "main_override.tf": "resource \"a\" \"b\" {\n  x = 3\n}",
    ])
    #expect(graph.diagnostics.isEmpty)
    #expect(graph["a.b"]?.attributes == .object(["x": .number(3), "y": .number(2)]))
  }

  /// Values that double with every local stay small, and long chains do not exhaust the stack.
  @Test func boundsWhatExpressionsCost() {
    let doubling = (1...60).map { "  x\($0) = [local.x\($0 - 1), local.x\($0 - 1)]" }.joined(separator: "\n")
    let chain = (1...5_000).map { "  y\($0) = local.y\($0 - 1)" }.joined(separator: "\n")
    let time = ContinuousClock().measure {
      let graph = graph(
        "locals {\n  x0 = \"x\"\n\(doubling)\n}\nresource \"a\" \"b\" {\n  v = jsonencode(local.x60)\n}")
      #expect(graph["a.b"]?.attributes["v"] == .unknown)
      let long = self.graph("locals {\n  y0 = 1\n\(chain)\n}\nresource \"a\" \"b\" {\n  v = local.y5000\n}")
      #expect(long["a.b"]?.attributes["v"] == .unknown)
    }
    #expect(time < .seconds(5))
  }
}
