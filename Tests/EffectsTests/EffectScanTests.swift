import Basics
import Effects
import HostileConstructs
import Testing

/// Each construct that runs, asks, fetches or reads more than resources is found, and its harmless twin is not.
struct EffectScanTests {
  private static func kinds(_ text: String, name: String = "main.tf", sources: [String] = []) -> [Effect.Kind]
  {
    EffectScan(files: [name: text], sources: ProviderSources(sources)).effects().map(\.kind)
  }

  private static let resource = "resource \"terraform_data\" \"a\" {\n  X\n}\n"

  @Test(arguments: HostileConstructs.all) func itIsFound(text: String, kind: Effect.Kind) {
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
