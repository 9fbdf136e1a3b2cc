import Records
import Basics
import Bundles
import Delivery
import ExternalTools
import FoundationEssentials
import Store
import Testing
import Vocabulary

/// A bundle as a commit on a branch.
struct PublishTests {
  private static let git = ToolFinder.find("git", environment: Place.environment)

  private static func run(_ arguments: [String], in folder: String) async throws -> String {
    let result = try await ProcessRunner.run(
      ProcessCall(
        executable: try #require(git), arguments: ["-c", "user.name=t", "-c", "user.email=t@t"] + arguments,
        environment: ["PATH": "/usr/bin:/bin", "HOME": folder], directory: folder))
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  /// A bundle, and a repository with one commit and an untidy working tree.
  private static func with(_ body: (Place, _ bundle: String, _ repository: String) async throws -> Void)
    async throws
  {
    try await Place.with { place in
      let bundle = "\(place.root)/shop"
      try BundleFolder(path: bundle).write(
        [
          Artifact(path: "infrastructure/main.tf", content: Place.configuration),
          Artifact(path: "report.json", content: #"{"title": "A small shop"}"#),
          Artifact(
            path: "report.md", content: "# A small shop\n\nTwo servers.\n\n## Request\n\na shop\n\n## More\n"),
        ], run: "20261123-1")
      let repository = "\(place.root)/repository"
      try FileManager.default.createDirectory(atPath: repository, withIntermediateDirectories: true)
      _ = try await run(["init", "-q", "-b", "main"], in: repository)
      try Data("1".utf8).write(to: URL(filePath: "\(repository)/kept"))
      _ = try await run(["add", "kept"], in: repository)
      _ = try await run(["commit", "-q", "-m", "first"], in: repository)
      try Data("2".utf8).write(to: URL(filePath: "\(repository)/kept"))
      try await body(place, bundle, repository)
    }
  }

  @Test(.enabled(if: git != nil, "git is not installed: nothing is published"))
  func aBundleIsCommittedBesideTheWorkingTree() async throws {
    try await Self.with { place, bundle, repository in
      let git = try #require(Self.git)
      let published = try await place.executor().publish(
        bundle, to: repository, branch: nil, path: nil, push: false, git: git)
      #expect(published.branch == "consilium/20261123-1" && !published.isPushed)
      let files = try await Self.run(["ls-tree", "-r", "--name-only", published.commit], in: repository)
      #expect(
        files.split(separator: "\n") == [
          "kept", "shop/bundle.json", "shop/infrastructure/main.tf", "shop/report.json", "shop/report.md",
        ])
      let message = try await Self.run(["log", "-1", "--format=%B", published.commit], in: repository)
      #expect(message.hasPrefix("A small shop\n\nTwo servers.\n"))
      #expect(message.contains("Consilium-Run: 20261123-1\nConsilium-Digest: sha256:"))
      #expect(try await Self.run(["status", "--short"], in: repository) == " M kept\n")
      #expect(try await Self.run(["rev-parse", "--abbrev-ref", "HEAD"], in: repository) == "main\n")

      // Again, with a file less: the folder is replaced as a whole, on top of the branch.
      try FileManager.default.removeItem(atPath: bundle)
      try BundleFolder(path: bundle).write(
        [Artifact(path: "infrastructure/other.tf", content: "locals {}\n")], run: "20261123-1")
      let second = try await place.executor().publish(
        bundle, to: repository, branch: nil, path: nil, push: false, git: git)
      #expect(
        try await Self.run(["ls-tree", "-r", "--name-only", second.commit], in: repository)
          == "kept\nshop/bundle.json\nshop/infrastructure/other.tf\n")
      #expect(
        try await Self.run(["rev-parse", "\(second.commit)^"], in: repository) == "\(published.commit)\n")
      #expect(try await place.store().audit().map(\.entry.action) == [.published, .published])
    }
  }

  @Test(.enabled(if: git != nil, "git is not installed: nothing is published"))
  func nothingIsPushedUnlessTold() async throws {
    try await Self.with { place, bundle, repository in
      let git = try #require(Self.git)
      let address = "file://\(repository)"
      _ = try await place.executor().publish(
        bundle, to: address, branch: "deploy", path: "a/b", push: false, git: git)
      #expect(try await !Self.run(["branch", "--list"], in: repository).contains("deploy"))
      let published = try await place.executor().publish(
        bundle, to: address, branch: "deploy", path: "a/b", push: true, git: git)
      #expect(try await Self.run(["rev-parse", "deploy"], in: repository) == "\(published.commit)\n")
    }
  }

  @Test(
    .enabled(if: git != nil, "git is not installed: nothing is published"),
    arguments: [
      ("../x", "b"), ("/x", "b"), ("-x", "b"), ("x", "a..b"), ("x", "-b"), ("x", "b c"),
    ])
  func aPathOrBranchThatLeadsElsewhereIsRefused(path: String, branch: String) async throws {
    try await Self.with { place, bundle, repository in
      await Place.refused(.publishFailed) {
        _ = try await place.executor().publish(
          bundle, to: repository, branch: branch, path: path, push: false, git: try #require(Self.git))
      }
    }
  }

  @Test(.enabled(if: git != nil, "git is not installed: nothing is published"))
  func aChangedBundleIsNotPublished() async throws {
    try await Self.with { place, bundle, repository in
      try Data("x".utf8).write(to: URL(filePath: "\(bundle)/infrastructure/main.tf"))
      await #expect {
        _ = try await place.executor().publish(
          bundle, to: repository, branch: nil, path: nil, push: false, git: try #require(Self.git))
      } throws: { ($0 as? BundleError)?.code == .changed }
    }
  }
}
