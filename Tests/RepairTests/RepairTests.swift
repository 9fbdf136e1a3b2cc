import Validation
import Basics
import HCL
import Repair
import Testing

struct RepairTests {
  @Test(arguments: [
    (
      "resource \"aws_vpc\" \"v\" {\n  cidr_blok = \"10.0.0.0/16\"\n}\n",
      "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n", "became \"cidr_block\""
    ),
    (
      "resource \"aws_s3_bucket\" \"b\" {\n  versioning = {\n    enabled = true\n  }\n}\n",
      "resource \"aws_s3_bucket\" \"b\" {\n\n  versioning {\n    enabled = true\n  }\n}\n", "became a block"
    ),
    (
      "resource \"aws_s3_bucket\" \"b\" {\n  tags {\n    a = \"x\"\n  }\n}\n",
      "resource \"aws_s3_bucket\" \"b\" {\n  tags = {\n    a = \"x\"\n  }\n}\n", "became an argument"
    ),
    (
      "resource \"aws_s3_bucket\" \"b\" {\n  bucket = \"b\"\n  wheels = 4\n}\n",
      "resource \"aws_s3_bucket\" \"b\" {\n  bucket = \"b\"\n}\n", "no such argument"
    ),
    (
      "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n  arn        = \"x\"\n}\n",
      "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n", "the provider alone"
    ),
    (
      "resource \"aws_db_subnet_group\" \"g\" {\n  subnet_ids = \"subnet-1\"\n}\n",
      "resource \"aws_db_subnet_group\" \"g\" {\n  subnet_ids = [\"subnet-1\"]\n}\n", "became a list"
    ),
    (
      "resource \"aws_rds_subnet_group\" \"g\" {\n  subnet_ids = []\n}\n\noutput \"o\" {\n  value = aws_rds_subnet_group.g.arn\n}\n",
      "resource \"aws_db_subnet_group\" \"g\" {\n  subnet_ids = []\n}\n\noutput \"o\" {\n  value = aws_db_subnet_group.g.arn\n}\n",
      "became aws_db_subnet_group"
    ),
    (
      "resource \"aws_vpc\" \"main\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n\noutput \"o\" {\n  value = aws_vpc.this.id\n}\n",
      "resource \"aws_vpc\" \"main\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n\noutput \"o\" {\n  value = aws_vpc.main.id\n}\n",
      "which is declared"
    ),
    (
      "output \"o\" {\n  value = var.zone\n}\n",
      "variable \"zone\" {}\n\noutput \"o\" {\n  value = var.zone\n}\n", "was declared"
    ),
    (
      "resource \"aws_ecs_cluster\" \"shop_web\" {\n}\n",
      "resource \"aws_ecs_cluster\" \"shop_web\" {\n  name = \"shop-web\"\n}\n", "is required"
    ),
    (
      "resource \"aws_ecs_cluster\" \"web\" {\n  cluster_name = \"x\"\n}\n",
      "resource \"aws_ecs_cluster\" \"web\" {\n  name = \"x\"\n}\n", "became \"name\""
    ),
    (
      "resource \"aws_key_pair\" \"k\" {\n  public_key = file(\"~/.ssh/id.pub\")\n}\n",
      "variable \"k_public_key\" {}\n\nresource \"aws_key_pair\" \"k\" {\n  public_key = var.k_public_key\n}\n",
      "a file that is not there"
    ),
  ])
  func mends(_ text: String, _ expected: String, _ reason: String) {
    let result = ConfigurationRepair.builtIn(siblings: []).repair(["main.tf": text])
    #expect(result.files["main.tf"] == expected)
    #expect(result.report.verdict == .valid)
    #expect(result.steps.contains { $0.reason.contains(reason) })
  }

  /// What needs a decision, and what does not parse, is left alone.
  @Test(arguments: [
    "resource \"aws_vpc\" \"v\" {\n  cidr_block = \n}\n",
    "resource \"aws_unheard_of_thing\" \"t\" {}\n",
    "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n",
  ])
  func leavesTheRestAlone(_ text: String) {
    let result = ConfigurationRepair.builtIn().repair(["main.tf": text])
    #expect(result.files["main.tf"] == text)
    #expect(result.steps.isEmpty)
  }
}
