import Basics
import HCL
import ProviderSchemas
import Validation
import Testing

struct ValidatorTests {
  private func report(_ text: String) -> ValidationReport {
    ConfigurationValidator.builtIn(siblings: ["app.zip"]).validate(files: ["main.tf": text])
  }

  @Test(arguments: [
    ("resource \"aws_s3_buckett\" \"b\" {}", "1:10 Invalid resource type", "Did you mean \"aws_s3_bucket\"?"),
    ("data \"aws_amii\" \"b\" {}", "1:6 Invalid data source", "Did you mean \"aws_ami\"?"),
    (
      "resource \"aws_vpc\" \"v\" {\n  cidr_blok = \"10.0.0.0/16\"\n}", "2:3 Unsupported argument",
      "Did you mean \"cidr_block\"?"
    ),
    (
      "resource \"aws_elasticache_replication_group\" \"c\" {\n  description = \"c\"\n  replication_group_id = \"c\"\n  engine_version = \"7\"\n}",
      "4:20 Invalid attribute value",
      "from version 6 on MAJOR.MINOR"
    ),
    (
      "resource \"aws_s3_bucket\" \"b\" {\n  versioning = true\n}", "2:3 Unsupported argument",
      "Did you mean to define a block of type \"versioning\"?"
    ),
    (
      "resource \"aws_s3_bucket\" \"b\" {\n  tags {\n    a = 1\n  }\n}", "2:3 Unsupported block type",
      "Did you mean to define argument \"tags\"?"
    ),
    (
      "resource \"aws_subnet\" \"s\" {\n  cidr_block = \"10.0.0.0/24\"\n}", "1:27 Missing required argument",
      "The argument \"vpc_id\" is required"
    ),
    ("resource \"aws_vpc\" \"v\" {\n  arn = \"x\"\n}", "2:3 Value for unconfigurable attribute", "\"arn\""),
    (
      "resource \"aws_vpc\" \"v\" {\n  enable_dns_support = \"maybe\"\n}",
      "2:24 Incorrect attribute value type", "a bool is required"
    ),
    (
      "resource \"aws_vpc\" \"v\" {\n  tags = [\"a\"]\n}", "2:10 Incorrect attribute value type",
      "map of string required"
    ),
    (
      "resource \"aws_s3_bucket_versioning\" \"v\" {\n  bucket = \"b\"\n}", "1:41 Insufficient nested blocks",
      "At least 1 \"versioning_configuration\""
    ),
    (
      "resource \"aws_instance\" \"i\" {\n  ami = \"a\"\n  instance_type = \"t\"\n  metadata_options {}\n  metadata_options {}\n}",
      "5:3 Too many nested blocks", "No more than 1"
    ),
    (
      "resource \"aws_vpc\" \"v\" {}\noutput \"o\" {\n  value = aws_vpc.v.cidr\n}",
      "3:20 Unsupported attribute", "named \"cidr\""
    ),
    (
      "resource \"aws_lb\" \"l\" {}", "1:1 Invalid combination of arguments",
      "One of `subnets,subnet_mapping`"
    ),
    (
      "resource \"aws_s3_bucket_acl\" \"a\" {\n  bucket = \"b\"\n  acl = \"publik-read\"\n}",
      "3:9 Invalid attribute value", "Did you mean \"public-read\"?"
    ),
    (
      "resource \"aws_iam_role\" \"r\" {\n  name = \"a\"\n  name_prefix = \"b\"\n  assume_role_policy = \"{}\"\n}",
      "2:3 Conflicting configuration arguments", "\"name\" conflicts with \"name_prefix\""
    ),
    (
      "resource \"aws_key_pair\" \"k\" {\n  public_key = file(\"none.pub\")\n}",
      "2:21 Invalid function argument", "no file exists at \"none.pub\""
    ),
    (
      "output \"o\" {\n  value = cidrsubnet(\"10.0.0.0/40\", 8, 1)\n}", "2:22 Invalid function argument",
      "invalid CIDR"
    ),
    ("variable \"v\" {\n  typ = string\n}", "2:3 Unsupported argument", "Did you mean \"type\"?"),
    (
      "variable \"v\" {\n  type = number\n  default = \"x\"\n}", "3:13 Invalid default value for variable",
      "a number is required"
    ),
    (
      "variable \"v\" {\n  validation {\n    condition = true\n    error_message = \"x\"\n  }\n}",
      "3:17 Invalid variable validation condition", "var.v"
    ),
    (
      "resource \"null_resource\" \"r\" {\n  count = 1\n  for_each = {}\n}",
      "3:3 Invalid combination of \"count\" and \"for_each\"", "mutually-exclusive"
    ),
    (
      "resource \"null_resource\" \"r\" {\n  for_each = {}\n  triggers = each.val\n}",
      "3:14 Invalid \"each\" attribute", "each.key"
    ),
    (
      "resource \"null_resource\" \"r\" {\n  lifecycle {\n    prevent_destry = true\n  }\n}",
      "3:5 Unsupported argument", "Did you mean \"prevent_destroy\"?"
    ),
    ("resource \"null_resource\" \"1r\" {}", "1:26 Invalid resource name", "must start with a letter"),
    (
      "terraform {\n  backend \"s3\" {}\n  backend \"gcs\" {}\n}", "3:3 Duplicate settings",
      "only one backend"
    ),
    ("module \"m\" {}", "1:1 Missing required argument", "\"source\""),
    ("output \"o\" {}", "1:1 Missing required argument", "\"value\""),
    (
      "provider \"aws\" {\n  regio = \"eu-west-1\"\n}", "2:3 Unsupported argument", "Did you mean \"region\"?"
    ),
  ])
  func explainsMistakes(_ text: String, _ expected: String, _ detail: String) throws {
    let report = report(text)
    let first = try #require(report.diagnostics.first)
    let start = try #require(first.range).start
    #expect("\(start.line):\(start.column) \(first.summary)" == expected)
    #expect(first.detail.contains(detail))
    #expect(report.verdict == .invalid)
    #expect(report.checked.allSatisfy { ["hashicorp/aws 5.100.0", "hashicorp/null 3.2.4"].contains($0) })
  }

  @Test(arguments: [
    "resource \"aws_security_group\" \"g\" {\n  ingress {\n    from_port = 1\n    to_port = 1\n    protocol = \"tcp\"\n  }\n}",
    "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n  lifecycle {\n    ignore_changes = [tags]\n  }\n}",
    "variable \"n\" {\n  default = []\n}\nresource \"aws_vpc\" \"v\" {\n  cidr_block = element(var.n, 0)\n}",
    "resource \"aws_instance\" \"i\" {\n  ami = \"a\"\n  instance_type = \"t\"\n  dynamic \"ebs_block_device\" {\n    for_each = [\"x\"]\n    content {\n      device_name = ebs_block_device.value\n    }\n  }\n}",
    "resource \"aws_lambda_function\" \"f\" {\n  function_name = \"f\"\n  role = \"arn:aws:iam::111122223333:role/r\"\n  filename = \"app.zip\"\n  source_code_hash = filebase64sha256(\"${path.module}/app.zip\")\n}",
    "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n  tags = { Count = 1, On = true }\n}",
    "resource \"aws_elasticache_replication_group\" \"c\" {\n  description = \"c\"\n  replication_group_id = \"c\"\n  engine_version = \"7.1\"\n}",
    "resource \"aws_elasticache_replication_group\" \"c\" {\n  description = \"c\"\n  replication_group_id = \"c\"\n  engine_version = \"5.0.6\"\n}",
  ])
  func acceptsWhatIsValid(_ text: String) {
    let report = report(text)
    #expect(report.diagnostics.isEmpty)
    #expect(report.verdict == .valid)
  }

  @Test func doesNotCallUncheckedValid() {
    let report = report("resource \"acme_box\" \"b\" {\n  nme = 1\n}")
    #expect(report.verdict == .notChecked)
    #expect(report.unchecked == ["hashicorp/acme"])
  }

  @Test func readsSchemasOfAnyProvider() throws {
    let json = try JSONValue(
      parsing: #"""
        {"format_version": "1.0", "provider_schemas": {"registry.opentofu.org/acme/box": {
          "provider": {"block": {"attributes": {"url": {"type": "string", "required": true}}}},
          "resource_schemas": {"box_item": {"block": {
            "attributes": {
              "id": {"type": "string", "computed": true},
              "size": {"type": ["object", {"w": "number", "h": "number"}, ["h"]], "optional": true, "computed": true},
              "key": {"type": "string", "optional": true, "sensitive": true, "deprecated": true},
              "parts": {"nested_type": {"nesting_mode": "list", "attributes": {"n": {"type": "number", "required": true}}}, "optional": true}},
            "block_types": {"lid": {"nesting_mode": "list", "min_items": 1, "max_items": 2,
              "block": {"attributes": {"tags": {"type": ["map", ["set", "bool"]], "optional": true}}}}}}}}}}}
        """#)
    let texts = try SchemaImport.compact(json, versions: ["acme/box": "1.2.3"])
    let text = try #require(texts["acme/box"])
    let schema = try #require(ProviderSchema(compact: Array(text.utf8)))
    #expect(schema.name == "acme/box 1.2.3")
    #expect(schema.provider.attributes["url"]?.use == .required)
    let item = try #require(schema.resource("box_item"))
    #expect(item.attributes["id"]?.use == .computed)
    #expect(
      item.attributes["size"]?.type == .object(["w": .init(.number), "h": .init(.number, isOptional: true)]))
    #expect(item.attributes["size"]?.use == .either)
    #expect(item.attributes["key"]?.isSensitive == true && item.attributes["key"]?.isDeprecated == true)
    #expect(item.attributes["parts"]?.type == .list(.object(["n": .init(.number)])))
    let lid = try #require(item.blocks["lid"])
    #expect(lid.minimum == 1 && lid.maximum == 2)
    #expect(schema.block(lid).attributes["tags"]?.type == .map(.set(.bool)))
    #expect(ProviderSchema(compact: Array("nonsense".utf8)) == nil)
    #expect(throws: Diagnostic.self) { try SchemaImport.compact(.null, versions: [:]) }
  }

  @Test func knowsAWS() throws {
    let aws = try #require(ProviderSchema.shipped("hashicorp/aws"))
    #expect(aws.resourceTypes.count > 1500)
    #expect(aws.resource("aws_instance")?.attributes["tags"]?.type == .map(.string))
    #expect(aws.dataSource("aws_ami")?.blocks["filter"] != nil)
  }
}
