import Basics
import CrewFile
import Foundation
import SafeFiles
import TestFolders
import Testing
import Vocabulary

@testable import Trust

/// A crew file of somebody else reads nothing and reaches nobody until a person trusts it.
struct CrewTrustTests {
  private struct Place {
    let folder: String

    var trust: CrewTrust {
      get throws { try CrewTrust(places: places, shipped: "\(folder)/shipped/agents.yaml") }
    }

    var places: ConfigurationPlaces {
      ConfigurationPlaces(environment: ["HOME": "\(folder)/home"], systemFile: "\(folder)/etc/consilium.yaml")
    }

    func write(_ text: String, to path: String) throws {
      let file = URL(filePath: "\(folder)/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data(text.utf8).write(to: file)
    }

    /// - Parameter models: what stands under `models:`.
    func crew(_ models: String = "", in place: String = "theirs") throws -> CrewProject {
      try write("---\ninputs: []\n---\np\n", to: "\(place)/prompts/a.md")
      try write(CrewTrustTests.agents + models, to: "\(place)/agents.yaml")
      return .file("\(folder)/\(place)/agents.yaml")
    }

    func admit(_ project: CrewProject) throws -> TrustedCrew {
      try trust.admitted(project, prompts: "\(folder)/shipped/prompts", keys: ["OPENAI_API_KEY"])
    }

    func trustIt(_ project: CrewProject, variables: [String] = [], addresses: [String] = []) throws {
      try trust.trust(
        try CrewFootprint(project, prompts: "\(folder)/shipped/prompts"), variables: variables,
        addresses: addresses, at: Date(timeIntervalSince1970: 0))
    }
  }

  private static let agents = "agents:\n  a:\n    role: R\n    goal: G\n    backstory: B\n"

  private static func inPlace(_ body: (Place) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "trust-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { #expect(throws: Never.self) { try RemovedFolder.remove(folder) } }
    let place = Place(folder: folder.path(percentEncoded: false))
    _ = try place.crew(in: "shipped")
    try body(place)
  }

  private static func code(_ error: any Error) -> TrustErrorCode? { (error as? TrustError)?.code }

  @Test func theShippedCrewAndItsCopyNeedNoWord() throws {
    try Self.inPlace { place in
      _ = try place.admit(.file("\(place.folder)/shipped/agents.yaml"))
      _ = try place.admit(try place.crew(in: "copy"))
    }
  }

  @Test func ofSomebodyElseTheWayOutIsNamed() throws {
    try Self.inPlace { place in
      let crew = try place.crew(
        "models:\n  lab: {base_url: 'http://127.0.0.1:1/v1', api_key_env: AWS_SECRET_ACCESS_KEY}\n")
      #expect { try place.admit(crew) } throws: {
        Self.code($0) == .untrusted && "\($0)".contains("consilium trust \(crew.agentsFile)")
          && "\($0)".contains("AWS_SECRET_ACCESS_KEY") && "\($0)".contains("http://127.0.0.1:1/v1")
      }
    }
  }

  @Test(arguments: ["agents.yaml", "prompts/a.md", "prompts/new.md", "rules/r.hcl", "prices/aws/ec2.csv"])
  func aTrustedCrewIsTrustedUntilAByteChanges(changed: String) throws {
    try Self.inPlace { place in
      let crew = try place.crew("models:\n  openai: {rpm: 5}\n")
      try place.trustIt(crew)
      _ = try place.admit(crew)
      let old = FileManager.default.contents(atPath: "\(place.folder)/theirs/\(changed)") ?? Data()
      let text = old.isEmpty ? "---\ninputs: []\n---\n" : String(decoding: old, as: UTF8.self)
      try place.write(text + "# more\n", to: "theirs/\(changed)")
      #expect { try place.admit(crew) } throws: {
        Self.code($0) == .untrusted && "\($0)".contains("changed since it was trusted on 1970-01-01")
      }
    }
  }

  @Test func trustIsOfBytesAndNotOfAPlace() throws {
    try Self.inPlace { place in
      let models = "models:\n  openai: {rpm: 5}\n"
      try place.trustIt(try place.crew(models))
      _ = try place.admit(try place.crew(models, in: "elsewhere"))
    }
  }

  @Test(arguments: [
    "api_key_env: AWS_SECRET_ACCESS_KEY", "headers: {x: $GITHUB_TOKEN}", "headers: {x: '${GITHUB_TOKEN}'}",
    "api_key_env: ANTHROPIC_API_KEY_OF_SOMEBODY",
  ])
  func alsoATrustedCrewNamesOnlyKeysOfKnownProviders(line: String) throws {
    try Self.inPlace { place in
      let crew = try place.crew("models:\n  lab:\n    base_url: https://lab.example/v1\n    \(line)\n")
      try place.trustIt(crew)
      #expect { try place.admit(crew) } throws: {
        Self.code($0) == .variable && "\($0)".contains("--variable")
      }
      try place.trustIt(
        crew, variables: ["AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "ANTHROPIC_API_KEY_OF_SOMEBODY"])
      _ = try place.admit(crew)
    }
  }

  @Test func whatThePersonsConfigurationAllowsIsAllowed() throws {
    try Self.inPlace { place in
      let crew = try place.crew(
        "models:\n  lab: {base_url: 'http://lab.internal:8080/v1', api_key_env: LAB_TOKEN}\n")
      try place.trustIt(crew)
      try place.write(
        "variables: [LAB_TOKEN]\naddresses: ['http://lab.internal:8080']\n",
        to: "home/.config/consilium/consilium.yaml")
      _ = try place.admit(crew)
    }
  }

  @Test(arguments: [
    ("http://lab.example/v1", false), ("http://127.0.0.1:8080/v1", true), ("http://localhost:1/v1", true),
    ("http://[::1]:8080/v1", true), ("https://lab.example", true),
    ("http://127.0.0.1.evil.example/v1", false),
    ("http://localhost.evil.example", false), ("http://127.0.0.1@evil.example/v1", false),
    ("http://10.0.0.5/v1", false), ("http://0x7f000001/", false),
  ])
  func clearTextGoesToThisMachineOnly(address: String, isAllowed: Bool) throws {
    try Self.inPlace { place in
      let crew = try place.crew("models:\n  lab: {base_url: '\(address)'}\n")
      try place.trustIt(crew)
      if isAllowed {
        _ = try place.admit(crew)
      } else {
        #expect { try place.admit(crew) } throws: { Self.code($0) == .address }
      }
    }
  }

  @Test func whatLiesBelowOnesOwnConfigurationIsOnesOwn() throws {
    try Self.inPlace { place in
      let crew = try place.crew(
        "models:\n  lab: {base_url: 'https://lab.example', api_key_env: LAB_TOKEN}\n",
        in: "home/.config/consilium")
      _ = try place.admit(crew)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o666], ofItemAtPath: "\(place.folder)/home/.config/consilium/agents.yaml")
      #expect(throws: SafeFileError.self) { try place.admit(crew) }
    }
  }

  /// A link from one's own folder leads to somebody else's file.
  @Test func aLinkDoesNotMakeItOnesOwn() throws {
    try Self.inPlace { place in
      let crew = try place.crew("models:\n  openai: {rpm: 5}\n")
      let own = "\(place.folder)/home/.config/consilium"
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(own)/theirs", withDestinationPath: "\(place.folder)/theirs")
      #expect(crew.agentsFile.hasPrefix(place.folder))
      #expect { try place.admit(.file("\(own)/theirs/agents.yaml")) } throws: { Self.code($0) == .untrusted }
    }
  }

  @Test func knowledgeOfSomebodyElseDecidesNothing() throws {
    try Self.inPlace { place in
      let crew = try place.crew("models:\n  openai: {rpm: 5}\n")
      let prompts = "\(place.folder)/shipped/prompts"
      try place.trust.checkKnowledge(crew, prompts: prompts)
      try place.write("x", to: "theirs/prices/aws/ec2.csv")
      #expect { try place.trust.checkKnowledge(crew, prompts: prompts) } throws: {
        Self.code($0) == .untrusted && "\($0)".contains("1 files in prices/")
      }
      try place.trustIt(crew)
      try place.trust.checkKnowledge(crew, prompts: prompts)
    }
  }

  /// Also beside a copy of the crew that ships.
  @Test func theShippedCrewWithForeignRulesIsForeign() throws {
    try Self.inPlace { place in
      let crew = try place.crew(in: "copy")
      try place.write("x", to: "copy/rules/r.hcl")
      #expect { try place.admit(crew) } throws: { Self.code($0) == .untrusted }
    }
  }

  @Test func aListThatOthersMayWriteTrustsNobody() throws {
    try Self.inPlace { place in
      let crew = try place.crew("models:\n  openai: {rpm: 5}\n")
      try place.trustIt(crew)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o666], ofItemAtPath: place.places.trustedCrews)
      #expect(throws: SafeFileError.self) { try place.admit(crew) }
    }
  }

  @Test(arguments: ["nonsense\n", "a\tb\n", "\(String(repeating: "a", count: 64))\t1970\t\t\n"])
  func aListThatIsHalfUnderstoodTrustsNobody(line: String) throws {
    try Self.inPlace { place in
      let crew = try place.crew("models:\n  openai: {rpm: 5}\n")
      try place.trustIt(crew)
      let file = place.places.trustedCrews
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try Data((text + line).utf8).write(to: URL(filePath: file))
      #expect { try place.admit(crew) } throws: { Self.code($0) == .list }
    }
  }

  @Test func trustIsTakenBack() throws {
    try Self.inPlace { place in
      let crew = try place.crew("models:\n  openai: {rpm: 5}\n")
      try place.trustIt(crew)
      let crews = TrustedCrews(places: place.places)
      let path = try #require(try crews.records().first?.path)
      #expect(try crews.remove(path: path))
      let again = try crews.remove(path: path)
      #expect(!again)
      #expect { try place.admit(crew) } throws: { Self.code($0) == .untrusted }
    }
  }

  @Test func theSystemsConfigurationIsItsAdministratorsAlone() throws {
    try Self.inPlace { place in
      try place.write("approvals: {at_risk: 3}\n", to: "etc/consilium.yaml")
      try place.write("approvals: {self: true}\n", to: "home/.config/consilium/consilium.yaml")
      if geteuid() == 0 {
        #expect(try place.trust.configuration.approvals == ApprovalRules(approversAtRisk: 3))
        try FileManager.default.setAttributes(
          [.posixPermissions: 0o646], ofItemAtPath: "\(place.folder)/etc/consilium.yaml")
      }
      #expect(throws: SafeFileError.self) { try place.trust }
    }
  }

  @Test func whatACrewFileSaysOfApprovalsIsNotHeeded() throws {
    try Self.inPlace { place in
      let crew = try place.crew("crew:\n  approvals: {self: true, at_risk: 1}\n")
      try place.trustIt(crew)
      #expect(try place.admit(crew).file.unheeded.count == 1)
      #expect(try place.trust.configuration.approvals == nil)
    }
  }
}
