import Basics
import Effects
import Testing

/// Each construct that runs, asks, fetches or reads more than resources is found, and its harmless twin is not.
struct EffectScanTests {
  private static func kinds(_ text: String, name: String = "main.tf", sources: [String] = []) -> [Effect.Kind]
  {
    EffectScan(files: [name: text], sources: ProviderSources(sources)).effects().map(\.kind)
  }

  private static let resource = "resource \"terraform_data\" \"a\" {\n  X\n}\n"

  private static let found: [(text: String, kind: Effect.Kind)] = [
    (resource.replacing("X", with: "provisioner \"local-exec\" { command = \"id\" }"), .provisioner),
    (resource.replacing("X", with: "provisioner \"remote-exec\" { inline = [\"id\"] }"), .provisioner),
    (
      resource.replacing("X", with: "provisioner \"file\" {\n source = \"a\"\n destination = \"b\"\n }"),
      .provisioner
    ),
    (resource.replacing("X", with: "provisioner \"chef\" {}"), .provisioner),
    (resource.replacing("X", with: "connection { host = \"x\" }"), .provisioner),
    (
      resource.replacing(
        "X", with: "provisioner /* x */ \"local-exec\" {\n when = destroy\n command = \"id\" }"), .provisioner
    ),
    (
      "removed {\n  from = terraform_data.a\n  provisioner \"local-exec\" { command = \"id\" }\n}\n",
      .provisioner
    ),
    ("data \"external\" \"a\" { program = [\"id\"] }\n", .program),
    ("check \"c\" {\n  data \"external\" \"a\" { program = [\"id\"] }\n}\n", .program),
    ("data \"http\" \"a\" { url = \"http://x\" }\n", .address),
    ("check \"c\" {\n  data \"http\" \"a\" { url = \"http://x\" }\n}\n", .address),
    ("data \"dns_txt_record_set\" \"a\" { host = \"x\" }\n", .address),
    ("data \"terraform_remote_state\" \"a\" { backend = \"local\" }\n", .remoteState),
    ("module \"m\" { source = \"git::https://evil.example/m\" }\n", .remoteModule),
    ("module \"m\" { source = \"https://evil.example/m.zip\" }\n", .remoteModule),
    ("module \"m\" { source = \"s3::https://s3.amazonaws.com/b/m.zip\" }\n", .remoteModule),
    ("module \"m\" { source = \"evil/vpc/aws\" }\n", .remoteModule),
    ("module \"m\" { source = \"evil.example/evil/vpc/aws\" }\n", .remoteModule),
    ("module \"m\" { source = \"github.com/evil/m\" }\n", .remoteModule),
    ("module \"m\" { source = \"hashicorp/../evil\" }\n", .remoteModule),
    ("module \"m\" { source = var.where }\n", .remoteModule),
    ("module \"m\" { source = \"../../m\" }\n", .file),
    ("module \"m\" { source = \"/srv/m\" }\n", .remoteModule),
    ("module \"m\" { source = \"./a/../../m\" }\n", .file),
    ("terraform {\n  backend \"http\" { address = \"http://x\" }\n}\n", .backend),
    ("terraform {\n  backend \"s3\" {}\n}\n", .backend),
    ("terraform {\n  cloud { organization = \"x\" }\n}\n", .backend),
    (
      "terraform {\n  required_providers {\n    e = { source = \"evil.example/attacker/evil\" }\n  }\n}\n",
      .provider
    ),
    ("terraform {\n  required_providers {\n    aws = { source = \"hash1corp/aws\" }\n  }\n}\n", .provider),
    ("terraform {\n  required_providers {\n    aws = { source = \"hashicоrp/aws\" }\n  }\n}\n", .provider),
    (
      "terraform {\n  required_providers {\n    aws = { source = \"evil.example/hashicorp/aws\" }\n  }\n}\n",
      .provider
    ),
    (
      "terraform {\n  required_providers {\n    aws = { source = \"hashicorp/aws/../../evil\" }\n  }\n}\n",
      .provider
    ),
    ("terraform {\n  required_providers {\n    aws = local.x\n  }\n}\n", .provider),
    (
      "terraform {\n  encryption {\n    key_provider \"external\" \"x\" { command = [\"id\"] }\n  }\n}\n",
      .program
    ),
    ("provider \"aws\" {\n  endpoints { s3 = \"http://x\" }\n}\n", .providerSetting),
    ("provider \"aws\" { access_key = \"x\" }\n", .providerSetting),
    ("provider \"aws\" {\n  assume_role { role_arn = \"x\" }\n}\n", .providerSetting),
    ("provider \"google\" { compute_custom_endpoint = \"http://x\" }\n", .providerSetting),
    ("provider \"kubernetes\" { host = \"https://x\" }\n", .providerSetting),
    ("provider \"kubernetes\" { host = \"https://x/${aws_eks_cluster.a.id}\" }\n", .providerSetting),
    ("provider \"kubernetes\" { host = var.host }\n", .providerSetting),
    ("provider \"kubernetes\" {\n  exec {\n    command = \"id\"\n  }\n}\n", .program),
    ("provider \"helm\" {\n  kubernetes {\n    exec {\n      command = \"id\"\n    }\n  }\n}\n", .program),
    ("resource \"helm_release\" \"a\" {\n  postrender {\n    binary_path = \"/bin/id\"\n  }\n}\n", .program),
    ("resource \"helm_release\" \"a\" { repository = \"http://x\" }\n", .remoteModule),
    ("resource \"local_file\" \"a\" { filename = \"/root/.bashrc\" }\n", .file),
    ("locals { a = file(\"/etc/passwd\") }\n", .file), ("locals { a = file(\"../x\") }\n", .file),
    ("locals { a = file(\"~/.aws/credentials\") }\n", .file),
    ("locals { a = file(pathexpand(\"~/x\")) }\n", .file),
    ("locals { a = templatefile(\"${path.module}/../../x\", {}) }\n", .file),
    ("locals { a = filebase64(\"${path.cwd}/x\") }\n", .file),
    ("locals { a = fileset(\"/\", \"**\") }\n", .file),
    ("locals {\n  d = \"..\"\n  a = file(\"${path.module}/${local.d}/x\")\n}\n", .file),
    ("locals {\n  d = base64decode(\"Li4=\")\n  a = file(\"${path.module}/${local.d}/x\")\n}\n", .file),
    ("locals { a = file(var.x) }\n", .file), ("locals { a = try(core::file(\"/etc/passwd\"), 1) }\n", .file),
    (
      "output \"o\" {\n  value = 1\n  precondition {\n    condition = true\n    error_message = file(\"/etc/passwd\")\n  }\n}\n",
      .file
    ),
    ("resource \"aws_s3_object\" \"a\" { source = \"/etc/shadow\" }\n", .file),
    ("resource \"aws_lambda_function\" \"a\" { filename = \"../x.zip\" }\n", .file),
    ("data \"archive_file\" \"a\" { source_dir = \"/root\" }\n", .file),
    ("resource \"x\" {\n", .unread), ("locals { a = \n", .unread), ("\u{FEFF}\u{0}resource\n", .unread),
  ]

  @Test(arguments: found) func itIsFound(text: String, kind: Effect.Kind) {
    #expect(Self.kinds(text).contains(kind), "\(text)")
    #expect(Self.kinds(text, name: "main.tofu").contains(kind))
    #expect(Self.kinds(text, name: "modules/a/b_override.tf").contains(kind) || kind == .file)
  }

  @Test(arguments: [
    (
      #"{"resource":{"terraform_data":{"a":{"provisioner":{"local-exec":{"command":"id"}}}}}}"#,
      Effect.Kind.provisioner
    ),
    (
      #"{"resource":[{"terraform_data":[{"a":[{"provisioner":[{"local-exec":[{"command":"id"}]}]}]}]}]}"#,
      .provisioner
    ),
    (#"{"data":{"external":{"a":{"program":["id"]}}}}"#, .program),
    (#"{"data":{"http":{"a":{"url":"http://x"}}}}"#, .address),
    (#"{"terraform":{"backend":{"http":{"address":"http://x"}}}}"#, .backend),
    (#"{"terraform":[{"cloud":{"organization":"x"}}]}"#, .backend),
    (#"{"terraform":{"required_providers":{"e":{"source":"evil.example/a/b"}}}}"#, .provider),
    (#"{"module":{"m":{"source":"git::https://x"}}}"#, .remoteModule),
    (#"{"provider":{"aws":{"endpoints":{"s3":"http://x"}}}}"#, .providerSetting),
    (#"{"provider":{"kubernetes":{"exec":{"command":"id"}}}}"#, .program),
    (#"{"locals":{"a":"${file(\"/etc/passwd\")}"}}"#, .file), (#"{"resource":"#, .unread),
  ])
  func inJSONToo(text: String, kind: Effect.Kind) {
    #expect(Self.kinds(text, name: "main.tf.json").contains(kind))
    #expect(Self.kinds(text, name: "x.tofu.json").contains(kind))
  }

  @Test(arguments: [
    "resource \"terraform_data\" \"a\" {\n  input = \"provisioner\"\n  triggers_replace = [1]\n}\n",
    "module \"m\" { source = \"./modules/m\" }\n", "module \"m\" { source = \"./a/../b\" }\n",
    "module \"m\" { source = \"hashicorp/vpc/aws\" }\n",
    "terraform {\n  required_version = \">= 1.5\"\n  required_providers {\n    aws = {\n      source = \"hashicorp/aws\"\n      version = \"~> 5.0\"\n    }\n    random = { source = \"registry.terraform.io/hashicorp/random\" }\n  }\n}\n",
    "provider \"aws\" {\n  region = \"eu-west-1\"\n  default_tags {\n    tags = { a = 1 }\n  }\n}\n",
    "provider \"kubernetes\" {\n  host  = aws_eks_cluster.a.endpoint\n  token = data.aws_eks_cluster_auth.a.token\n}\n",
    "locals { a = file(\"${path.module}/policy.json\") }\n", "locals { a = file(\"policies/a.json\") }\n",
    "locals { a = [for f in fileset(path.module, \"*.json\") : file(\"${path.module}/${f}\")] }\n".replacing(
      "file(\"${path.module}/${f}\")", with: "f"),
    "resource \"aws_s3_object\" \"a\" {\n  for_each = toset([\"a\"])\n  content  = file(\"${path.module}/files/${each.key}\")\n  source   = \"files/a\"\n}\n",
    "resource \"aws_lb_target_group\" \"a\" {\n  health_check {\n    path = \"/health\"\n  }\n}\n",
    "resource \"aws_x\" \"a\" {\n  url  = \"https://example.org\"\n  host = \"x\"\n}\n",
    "data \"aws_caller_identity\" \"a\" {}\n", "variable \"backend\" { default = \"s3\" }\n",
    "terraform {\n  encryption {\n    key_provider \"pbkdf2\" \"x\" { passphrase = var.p }\n  }\n}\n",
  ])
  func itsTwinIsNot(text: String) {
    #expect(Self.kinds(text).isEmpty, "\(text)")
  }

  @Test func whatAPersonListsMayCome() {
    let text =
      "terraform {\n  required_providers {\n    d = { source = \"acme/dns\" }\n  }\n}\nmodule \"m\" { source = \"acme/vpc/aws\" }\n"
    #expect(Self.kinds(text) == [.provider, .remoteModule])
    #expect(Self.kinds(text, sources: ["acme"]).isEmpty)
    #expect(Self.kinds(text, sources: ["registry.terraform.io/acme/dns"]) == [.remoteModule])
    #expect(Self.kinds(text, sources: ["acm"]).count == 2)
  }

  /// Allowed is one text and no other.
  @Test func anotherTextIsAnotherEffect() {
    func ids(_ command: String) -> [String] {
      EffectScan(files: [
        "main.tf": Self.resource.replacing(
          "X", with: "provisioner \"local-exec\" { command = \"\(command)\" }")
      ]).effects().map(\.id)
    }
    #expect(ids("id") == ids("id") && ids("id") != ids("rm") && ids("id").count == 1)
  }
}
