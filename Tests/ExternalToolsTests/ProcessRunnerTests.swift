import Basics
import ExternalTools
import FoundationEssentials
import Testing

struct ProcessRunnerTests {
  private static func shell(_ script: String, timeout: Duration = .seconds(300)) -> ProcessCall {
    ProcessCall(
      executable: "/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin", "A": "b"],
      directory: "/",
      timeout: timeout)
  }

  @Test func givesStatusAndBothStreams() async throws {
    let result = try await ProcessRunner.run(Self.shell("echo out; echo err >&2; exit 3"))
    #expect(result.status == 3)
    #expect(result.output == "out\n")
    #expect(result.errors == "err\n")
  }

  @Test func theChildSeesOnlyItsOwnEnvironment() async throws {
    let result = try await ProcessRunner.run(
      Self.shell("env | sort | grep -v -e '^PWD' -e '^_=' -e '^SHLVL' -e '^OLDPWD'"))
    #expect(result.output == "A=b\nPATH=/usr/bin:/bin\n")
  }

  @Test func aTimeoutEndsTheWholeFamily() async throws {
    let marker = "consilium-\(UInt32.random(in: 0..<UInt32.max))"
    await #expect {
      try await ProcessRunner.run(
        Self.shell(
          "sh -c 'exec -a \(marker) sleep 3600' 2>/dev/null || sleep 3600 & wait", timeout: .milliseconds(300)
        ))
    } throws: { ($0 as? ToolError)?.code == .timeout }
    let left = try await ProcessRunner.run(Self.shell("ps ax -o args | grep -c '[^]]\(marker)' || true"))
    #expect(left.output == "0\n" || left.output == "1\n")
  }

  @Test func aMissingProgramIsSaid() async {
    var call = Self.shell("")
    call.executable = "/nonexistent/tool"
    await #expect { try await ProcessRunner.run(call) } throws: { ($0 as? ToolError)?.code == .failed }
  }

  @Test func credentialsReachOnlyWhatActs() {
    let inherited = [
      "PATH": "/bin", "AWS_SECRET_ACCESS_KEY": "x", "TF_CLI_ARGS": "-destroy", "TF_VAR_a": "b",
    ]
    let checking = ToolEnvironment.checking(from: inherited)
    let acting = ToolEnvironment.acting(from: inherited)
    #expect(checking["AWS_SECRET_ACCESS_KEY"] == nil)
    #expect(acting["AWS_SECRET_ACCESS_KEY"] == "x")
    for environment in [checking, acting] {
      #expect(environment["TF_CLI_ARGS"] == nil && environment["TF_VAR_a"] == nil)
      #expect(environment["TF_IN_AUTOMATION"] == "1")
    }
  }

  @Test func theToolsOwnFileAllowsNoNetworkUnlessTold() throws {
    #expect(CLIConfiguration.text(mirror: nil, network: false).contains("exclude = [\"*/*/*\"]"))
    #expect(!CLIConfiguration.text(mirror: nil, network: true).contains("exclude"))
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "mirror-\(UInt64.random(in: 0..<UInt64.max))")
    defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
    let package = folder.appending(path: "example.org/acme/cloud/1.0.0/linux_amd64")
    try FileManager.default.createDirectory(at: package, withIntermediateDirectories: true)
    let mirror = try #require(
      ProviderMirror.find(environment: ["CONSILIUM_PROVIDER_MIRROR": folder.path(percentEncoded: false)]))
    #expect(mirror.has("acme/cloud") && !mirror.has("acme/other"))
    let text = CLIConfiguration.text(mirror: mirror, network: true)
    #expect(
      text.contains("include = [\"example.org/acme/cloud\"]")
        && text.contains("exclude = [\"example.org/acme/cloud\"]"))
  }
}
