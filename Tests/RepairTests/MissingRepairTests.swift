import Validation
import Repair
import Testing

/// What a configuration left out, and where each mend takes it from.
struct MissingRepairTests {
  private func repaired(_ text: String) -> (text: String, reasons: String) {
    let result = ConfigurationRepair.builtIn(siblings: []).repair(["main.tf": text])
    #expect(result.report.verdict == .valid, "\(result.report.diagnostics)")
    return (result.files["main.tf"] ?? "", result.steps.map(\.reason).joined(separator: "\n"))
  }

  private static let vpc = "resource \"aws_vpc\" \"v\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n\n"

  @Test func namesTheOnlyResource() {
    let (text, reasons) = repaired(
      Self.vpc + "resource \"aws_subnet\" \"s\" {\n  cidr_block = \"10.0.0.0/24\"\n}\n")
    #expect(text.contains("vpc_id     = aws_vpc.v.id"))
    #expect(reasons.contains("was set to aws_vpc.v.id"))
  }

  @Test func asksForWhatOnlyAPersonKnows() {
    let (text, reasons) = repaired("resource \"aws_subnet\" \"s\" { cidr_block = \"10.0.0.0/24\" }\n")
    #expect(text.contains("variable \"s_vpc_id\" {"))
    #expect(text.contains("vpc_id     = var.s_vpc_id"))
    #expect(reasons.contains("became an input variable"))
  }

  @Test func takesTheUsualChoice() {
    let text = repaired("resource \"aws_chime_voice_connector\" \"c\" {\n  name = \"c\"\n}\n").text
    #expect(text.contains("require_encryption = true"))
  }

  @Test func addsRequiredBlocksWithTheirArguments() {
    let (text, reasons) = repaired(
      "resource \"aws_sagemaker_code_repository\" \"r\" {\n  code_repository_name = \"r\"\n}\n")
    #expect(text.contains("git_config {\n    repository_url = var.r_git_config_repository_url\n  }"))
    #expect(reasons.contains("A block \"git_config\" is required"))
  }

  @Test func declaresDataSourcesThatNeedNothing() {
    let text = repaired("output \"o\" {\n  value = aws_caller_identity.current.account_id\n}\n").text
    #expect(text.contains("data \"aws_caller_identity\" \"current\" {}"))
    #expect(text.contains("value = data.aws_caller_identity.current.account_id"))
  }

  @Test func keepsAConnectionToWhatIsSomewhereElse() {
    let text = repaired(
      "resource \"aws_security_group\" \"g\" {\n  vpc_id     = aws_vpc.main.id\n  depends_on = [aws_vpc.main]\n}\n"
    ).text
    #expect(text.contains("vpc_id     = var.main_id"))
    #expect(text.contains("depends_on = []"))
  }

  @Test func takesOneOfSeveralInstances() {
    let text = repaired(
      Self.vpc
        + "resource \"aws_subnet\" \"s\" {\n  count  = 2\n  vpc_id = aws_vpc.v.id\n  cidr_block = [\"10.0.0.0/24\", "
        + "\"10.0.1.0/24\"]\n}\n\nresource \"aws_db_subnet_group\" \"g\" {\n  subnet_ids = [aws_subnet.s.id]\n}\n"
    ).text
    #expect(text.contains("[\"10.0.0.0/24\", \"10.0.1.0/24\"][count.index]"))
    #expect(text.contains("subnet_ids = aws_subnet.s[*].id"))
  }

  @Test func writesNamesAndWordsAsDemanded() {
    let text = repaired(
      "resource \"aws_redshift_cluster\" \"r\" {\n  cluster_identifier = \"My_Cluster\"\n  node_type = \"ra3.large\"\n"
        + "  master_password = \"weak\"\n}\n\nresource \"aws_s3_bucket_versioning\" \"v\" {\n  bucket = \"b\"\n"
        + "  versioning_configuration {\n    status = \"enabled\"\n  }\n}\n"
    ).text
    #expect(text.contains("cluster_identifier = \"my-cluster\""))
    #expect(text.contains("master_password    = var.r_master_password"))
    #expect(text.contains("sensitive   = true"))
    #expect(text.contains("status = \"Enabled\""))
  }

  @Test func movesArgumentsIntoTheBlockThatHasThem() {
    let text = repaired(
      "resource \"aws_sagemaker_code_repository\" \"r\" {\n  code_repository_name = \"r\"\n"
        + "  repository_url = \"https://example.com/r.git\"\n}\n"
    ).text
    #expect(text.contains("git_config {\n    repository_url = \"https://example.com/r.git\"\n  }"))
  }

  @Test func readsWhatIsNoResource() {
    let text = repaired(
      "resource \"aws_iam_policy_document\" \"p\" {\n}\n\noutput \"o\" {\n  value = aws_iam_policy_document.p.json\n}\n"
    ).text
    #expect(text.contains("data \"aws_iam_policy_document\" \"p\""))
    #expect(text.contains("value = data.aws_iam_policy_document.p.json"))
  }

  /// Naming the resource would go round in a circle.
  @Test func makesNoCircles() {
    let text = repaired(
      "resource \"aws_iam_role\" \"r\" {\n  assume_role_policy = jsonencode({ f = aws_lambda_function.f.handler })\n}\n\n"
        + "resource \"aws_lambda_function\" \"f\" {\n  function_name = \"f\"\n  filename = \"f.zip\"\n}\n"
    ).text
    #expect(text.contains("role          = var.f_role"))
  }
}

/// Names that are not in the schema, and what was meant by them.
struct NameRepairTests {
  @Test(arguments: [
    ("aws_db_instance", "instance_class = \"db.t3.micro\"\n  name = \"shop\"", "db_name", "says the same"),
    (
      "aws_iam_policy", "policy_document = \"{}\"", "policy", "says the same"
    ),
    (
      "aws_elastic_beanstalk_environment",
      "name = \"x\"\n  application = \"a\"\n  option_settings {\n    namespace = \"n\"\n    option_name = \"k\"\n    "
        + "value = \"v\"\n  }", "setting {", "The block \"option_settings\" became \"setting\""
    ),
    ("aws_vpc", "cidr_block_value = \"10.0.0.0/16\"", "cidr_block", "became \"cidr_block\""),
  ])
  func findsWhatWasMeant(_ type: String, _ body: String, _ expected: String, _ reason: String) {
    let result = ConfigurationRepair.builtIn().repair([
      "main.tf": "resource \"\(type)\" \"r\" {\n  \(body)\n}\n"
    ])
    #expect(result.report.verdict == .valid)
    #expect(result.files["main.tf"]?.contains("  \(expected)") == true)
    #expect(result.steps.contains { $0.reason.contains(reason) })
  }

  /// Of several attributes that could be meant, the one that says whose name it is.
  @Test func findsTheNameOfAThing() {
    let text = """
      resource "aws_lambda_function" "f" {
        function_name = "f"
        filename      = "f.zip"
        role          = "r"
      }

      output "o" {
        value = aws_lambda_function.f.name
      }

      """
    let result = ConfigurationRepair.builtIn().repair(["main.tf": text])
    #expect(
      result.files["main.tf"]
        == text.replacing("aws_lambda_function.f.name", with: "aws_lambda_function.f.function_name"))
  }
}
