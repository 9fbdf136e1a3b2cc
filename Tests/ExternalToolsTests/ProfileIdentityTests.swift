import ExternalTools
import Foundation
import TestFolders
import Testing

/// Which account and address a profile leads to, read from files of one's own; what is secret is no part of it.
struct ProfileIdentityTests {
  private static func identity(
    _ config: String, credentials: String = "", environment: [String: String] = [:]
  ) throws -> [String: String] {
    let home = FileManager.default.temporaryDirectory.appending(path: "profile-\(UUID().uuidString)")
    let folder = home.appending(path: ".aws")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try RemovedFolder.remove(home) } }
    try Data(config.utf8).write(to: folder.appending(path: "config"))
    try Data(credentials.utf8).write(to: folder.appending(path: "credentials"))
    let own = ["HOME": home.path(percentEncoded: false)]
    return CallerIdentity.of(own.merging(environment) { $1 })
  }

  private static let config = """
    # mine
    [default]
    region = eu-west-1
    s3 =
      endpoint_url = http://127.0.0.1:1
    [profile staging]
    role_arn = arn:aws:iam::111111111111:role/x
    source_profile = base
    sso_session = corporate
    [profile other]
    region = us-east-1
    [sso-session corporate]
    sso_start_url = https://sso.example.org
    """

  private static let credentials = """
    [base]
    aws_access_key_id = ASIAQNZGKIQY56JQ7WML
    aws_secret_access_key = never-shown
    aws_session_token = never-shown
    credential_process = /bin/secret --token never-shown
    """

  @Test func theDefaultProfileCounts() throws {
    #expect(
      try Self.identity(Self.config) == [
        "profile default: region": "eu-west-1",
        "profile default: s3.endpoint_url": "http://127.0.0.1:1",
      ])
  }

  @Test func aProfileLeadsToOthers() throws {
    let identity = try Self.identity(
      Self.config, credentials: Self.credentials, environment: ["AWS_PROFILE": "staging"])
    #expect(identity["profile staging: role_arn"] == "arn:aws:iam::111111111111:role/x")
    #expect(identity["profile base: aws_access_key_id"] == "029608264753")
    #expect(identity["sso-session corporate: sso_start_url"] == "https://sso.example.org")
    #expect(identity["profile base: credential_process"]?.hasPrefix("program ") == true)
    #expect(!identity.values.contains { $0.contains("never-shown") })
    #expect(identity["profile other: region"] == nil)
  }

  /// The same name with another meaning is another identity; new keys of the same account are not.
  @Test func whatAProfileMeansCountsAndNotItsName() throws {
    func with(_ old: String, _ new: String) throws -> [String: String] {
      try Self.identity(
        Self.config.replacing(old, with: new), credentials: Self.credentials.replacing(old, with: new),
        environment: ["AWS_PROFILE": "staging"])
    }
    let before = try with("x", "x")
    for (old, new) in [
      ("111111111111", "222222222222"), ("sso.example.org", "sso.example.net"),
      ("ASIAQNZGKIQY56JQ7WML", "AKIAQYLPMN5HHHFPZAM2"), ("/bin/secret", "/bin/other"),
    ] {
      #expect(try with(old, new) != before, "\(old)")
    }
    #expect(
      try with("never-shown", "rotated-key").filter { !$0.key.hasSuffix("process") }
        == before.filter { !$0.key.hasSuffix("process") })
  }

  @Test(arguments: ["", "[", "[]\n=\n", "[profile default", "a = b", "\u{0}\u{0}=", "[default]\n region\n"])
  func brokenFilesNameNothing(text: String) throws {
    #expect(try Self.identity(text).keys.allSatisfy { !$0.contains("secret") })
  }

  /// A profile that leads to itself ends.
  @Test func aCircleEnds() throws {
    let identity = try Self.identity("[default]\nsource_profile = default\nregion = x\n")
    #expect(identity["profile default: region"] == "x")
  }

  @Test func filesThatCannotBeReadAreSaid() throws {
    let identity = CallerIdentity.of(["HOME": "/nonexistent", "AWS_CONFIG_FILE": "/dev/zero"])
    #expect(identity["/dev/zero"] == "cannot be read")
  }
}
