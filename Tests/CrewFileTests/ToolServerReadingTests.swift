import Basics
import CrewFile
import Testing

/// The `mcp:` block: servers of tools, each mistake with its place.
struct ToolServerReadingTests {
  private static let agent = "agents:\n  a:\n    role: r\n    goal: g\n    backstory: b\n"

  private static func servers(_ block: String) throws -> [ToolServerDefinition] {
    try CrewFile.load(agent + "mcp:\n" + block, file: "agents.yaml", prompts: []).servers
  }

  @Test func everythingIsRead() throws {
    let digest = String(repeating: "0f", count: 32)
    let servers = try Self.servers(
      "  git:\n    command: [mcp-server-git, --repository, .]\n    env: [GIT_DIR]\n    digest: \(digest)\n    seconds: 5\n    calls: 7\n"
        + "  wiki:\n    url: https://wiki.example/mcp\n    token_env: WIKI_TOKEN\n")
    #expect(servers.map(\.name) == ["git", "wiki"])
    #expect(servers[0].place == .program(["mcp-server-git", "--repository", "."]))
    #expect(servers[0].variables == ["GIT_DIR"])
    #expect(servers[0].digest == digest && servers[0].seconds == 5 && servers[0].calls == 7)
    #expect(servers[1].place == .address("https://wiki.example/mcp"))
    #expect(servers[1].tokenVariable == "WIKI_TOKEN" && servers[1].digest == nil)
  }

  @Test(arguments: [
    "  git:\n    env: [A]\n", "  git:\n    command: []\n", "  git:\n    command: [a]\n    url: https://x\n",
    "  git:\n    url: ftp://x\n", "  Git:\n    command: [a]\n", "  git:\n    command: [a]\n    digest: abc\n",
    "  git:\n    command: [a]\n    calls: 0\n", "  git:\n    command: [a]\n    shell: true\n",
  ]) func eachMistakeHasItsPlace(block: String) {
    let error = #expect(throws: DiagnosticsError.self) { try Self.servers(block) }
    #expect(error?.diagnostics.first?.range?.start.line ?? 0 >= 7)
  }
}
