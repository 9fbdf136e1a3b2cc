import Basics
import Masking
import Testing

/// Secrets are put together here at run time, so that no scanner takes this file for a leak.
struct SecretMaskTests {
  private static let digits = String(repeating: "a1B2c3D4", count: 40)

  private static func some(_ count: Int) -> String { String(digits.prefix(count)) }

  private static let lower = String(repeating: "abcdefgh", count: 10)

  private static let secrets: [(name: String, text: String, secret: String)] = [
    ("AWS access key", "id=AK" + "IAIOSFODNN7EXAMPLE", "AK" + "IAIOSFODNN7EXAMPLE"),
    ("AWS temporary key", "AS" + "IAIOSFODNN7EXAMPLE ", "IAIOSFODNN7EXAMPLE"),
    ("AWS secret in a file", "aws_secret_access_key = \(some(40))", some(40)),
    ("AWS secret in JSON", #"{"SecretAccessKey": "\#(some(40))"}"#, some(40)),
    ("GitHub token", "gh" + "p_" + some(36), some(36)),
    ("GitHub app token", "gh" + "s_" + some(36), some(36)),
    ("GitHub fine-grained token", "github_" + "pat_" + some(40), some(40)),
    ("GitLab token", "gl" + "pat-" + some(20), some(20)),
    ("GitLab deploy token", "gl" + "dt-" + some(20), some(20)),
    ("Slack bot token", "xo" + "xb-1234567890-abcdefghij", "1234567890-abcdefghij"),
    ("Slack app token", "xa" + "pp-1-A0123456789-abcdef", "A0123456789"),
    ("Slack webhook", "https://hooks.slack.com/services/" + some(44), some(44)),
    ("Google key", "AI" + "za" + some(35), some(35)),
    ("Google token", "ya" + "29." + some(40), some(40)),
    ("Azure account key", "AccountKey=" + some(86) + "==", some(86)),
    ("Stripe key", "sk_" + "live_" + some(24), some(24)),
    ("Stripe webhook", "wh" + "sec_" + some(32), some(32)),
    ("OpenAI key", "sk-" + "proj-" + some(48), some(48)),
    ("Anthropic key", "sk-" + "ant-api03-" + some(48), some(48)),
    ("Hugging Face token", "hf" + "_" + String(lower.prefix(34)), String(lower.prefix(34))),
    ("npm token", "np" + "m_" + some(36), some(36)),
    ("PyPI token", "py" + "pi-AgE" + some(60), some(60)),
    ("Docker token", "dckr" + "_pat_" + some(27), some(27)),
    ("DigitalOcean token", "do" + "p_v1_" + String(repeating: "0f", count: 32), "0f0f0f0f"),
    ("Vault token", "hv" + "s." + some(24), some(24)),
    ("Terraform Cloud token", some(14) + ".atlas" + "v1." + some(64), some(64)),
    ("SendGrid key", "S" + "G." + some(22) + "." + some(43), some(43)),
    ("Twilio key", "S" + "K" + String(repeating: "0f", count: 16), "0f0f0f"),
    ("age key", "AGE-SECRET-" + "KEY-1" + String(repeating: "A2", count: 29), "A2A2A2"),
    ("JWT", "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0In0." + some(43), some(43)),
    ("bearer token", "Authorization: Bearer " + some(32), some(32)),
    ("basic authorization", "authorization: Basic " + some(24) + "==", some(24)),
    ("password in a URL", "postgres://app:" + "s3cr3t-pw@db.example.org/shop", "s3cr3t-pw"),
    ("password in a Redis URL", "redis://:" + "hunter2hunter@cache:6379", "hunter2hunter"),
    ("password in HCL", #"master_password = "correct-horse""#, "correct-horse"),
    ("password in YAML", "DB_PASSWORD: hunter2hunter", "hunter2hunter"),
    ("password in JSON", #"{"password":"hunter2hunter"}"#, "hunter2hunter"),
    ("password in JSON in JSON", #"{\"password\": \"hunter2hunter\"}"#, "hunter2hunter"),
    ("password on a command line", "--password=hunter2hunter", "hunter2hunter"),
    ("RSA key", "-----BEGIN RSA PRIVATE" + " KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----", "MIIEow"),
    (
      "EC key in JSON", "\"-----BEGIN EC PRIVATE" + " KEY-----\\nMHcCAQ\\n-----END EC PRIVATE KEY-----\"",
      "MHcCAQ"
    ),
    ("client secret", "client_secret=" + some(24), some(24)),
    ("API token", "API_TOKEN=" + some(20), some(20)),
    ("a secret of one's own", "MY_SECRET=hunter2hunter", "hunter2hunter"),
    ("API key in JSON", #"{"apiKey": "\#(some(32))"}"#, some(32)),
    ("API key in YAML", "api_key: \(some(32))", some(32)),
    ("token in HCL", #"auth_token = "\#(some(20))""#, some(20)),
    ("API key in JSON in JSON", #"{\"api_key\": \"\#(some(32))\"}"#, some(32)),
    ("password in a sentence", "the password is hunter2!", "hunter2!"),
    ("password in German", "das Passwort lautet hunter2hunter", "hunter2hunter"),
    ("password in quotes", #"a database with password "correct-horse""#, "correct-horse"),
    ("token in a sentence", "our token is \(some(16)),", some(16)),
    ("OpenSSH key, cut off", "-----BEGIN OPENSSH PRIVATE" + " KEY-----\nb3BlbnNz", "b3BlbnNz"),
  ]

  @Test(arguments: secrets)
  func aShapedSecretIsMasked(name: String, text: String, secret: String) throws {
    let mask = try SecretMask()
    let masked = mask.masked("before \(text) after")
    #expect(!masked.contains(secret), "\(name): \(masked)")
    #expect(masked.contains("(masked"))
    #expect(masked.hasPrefix("before"))
    #expect(mask.masked(masked) == masked)
  }

  @Test(arguments: [
    "1 to add, 0 to change", "aws_db_instance.database will be created",
    "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "h1:2qNvy1Qx8ZT1ZAPvxJb2z8Zd5eHkMVd6fYUwkT3uL0g=", "https://example.org:8443/path?a=b",
    "password = random_password.database.result", "master_password = var.password",
    "password: ${DB_PASSWORD}", "postgres://app:${var.password}@db/shop",
    "manage_master_user_password = true",
    "arn:aws:iam::123456789012:role/task-runner", "git@github.com:org/repo.git", "The password is optional",
    "password = jsondecode(data.x)", "password = each.value", "password = ephemeral.random_password.x.result",
    "password_length = 1234567", "passwordSecretRef: database",
    "client_secret = var.client_secret", "token = aws_x.y.token", #"token = "optional""#,
    "http_tokens = \"required\"",
    #"secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db""#, "secret_name = \"prod2/db\"",
    "secretName: web2-tls", "resource \"kubernetes_secret\" \"main2\" {", "a secret \"shop2\" in AWS",
    "the password is optional",
    "the token is 400000 long", "a password of 16 characters", "api_key = data.x.y",
    "AKIA", "eyJ is how a token begins", "skip_final_snapshot = false", "sk-learn is a library",
    "tokens: 400000", "10.0.0.0/16", "2026-11-23T10:00:00Z", "Basic authentication is off",
  ])
  func ordinaryTextIsLeftAlone(text: String) throws {
    #expect(try SecretMask().masked(text) == text)
  }

  @Test func registeredValuesAreMaskedWhereverTheyStand() throws {
    let mask = try SecretMask(environment: [
      "AWS_SECRET_ACCESS_KEY": "abcdef-secret", "TF_ENCRYPTION": "x", "MY_TOKEN": "tok-en-value",
      "LANG": "en_GB.UTF-8",
      "SHORT_KEY": "abc", "AWS_SESSION_TOKEN": "testing",
    ])
    #expect(
      mask.masked("x=abcdef-secret;y=tok-en-value en_GB.UTF-8 abc testing")
        == "x=(masked);y=(masked) en_GB.UTF-8 abc testing"
    )
    #expect(mask.with(values: ["state-secret"]).masked("[state-secret]") == "[(masked)]")
  }

  /// What a run keeps is a few megabytes; masking it must not be what one waits for.
  @Test func aMegabyteIsMaskedInAMoment() throws {
    let line = "resource \"aws_x\" \"a\" { url = \"https://example.org/a\", task-id = 7, tokens = SKIP }\n"
    let text = String(repeating: line, count: 12_000)
    let mask = try SecretMask()
    let time = ContinuousClock().measure { #expect(mask.masked(text) == text) }
    print("masking \(text.utf8.count) bytes took \(time)")
    #expect(time < .seconds(20))
  }

  @Test func theLongerOfTwoValuesGoesFirst() throws {
    #expect(try SecretMask(values: ["secret", "secret-and-more"]).masked("secret-and-more") == "(masked)")
  }

  @Test func aDocumentIsMaskedInItsStringsOnly() throws {
    let document: JSONValue = ["password": 7, "list": ["hunter2hunter", true]]
    #expect(
      try SecretMask(values: ["hunter2hunter"]).masked(document) == [
        "password": 7, "list": ["(masked)", true],
      ])
  }
}
