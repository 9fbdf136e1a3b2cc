import ExternalTools
import Foundation
import Recorded
import Testing

/// The page of requests that are asked end to end is what the program gives now. The real tool validates every bundle, so
/// it needs a mirror of providers.
struct RequestsPageTests {
  static let environment = ProcessInfo.processInfo.environment
  static let isHere = {
    let mirror = environment["CONSILIUM_PROVIDER_MIRROR"] ?? ""
    return FileManager.default.fileExists(atPath: mirror)
      && InfrastructureTool.locate(environment: environment) != nil
  }()

  @Test(.enabled(if: isHere, "no infrastructure tool with a mirror of providers"))
  func thePageIsWhatTheProgramGives() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let programs = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    var environment = Self.environment
    environment["CONSILIUM_HOME"] = root.path(percentEncoded: false)
    environment["CONSILIUM_STORE"] = nil
    let result = try await ProcessRunner.run(
      ProcessCall(
        executable: "/usr/bin/env",
        arguments: [
          "python3", root.appending(path: ".ci/requests").path(percentEncoded: false),
          programs.appending(path: "consilium").path(percentEncoded: false),
        ], environment: environment, directory: "/", timeout: .seconds(1800)))
    #expect(result.status == 0, "\(result.errors.suffix(2000))")
    let page = root.appending(path: "docs/requests.md")
    #expect(try RecordedFile.difference(result.output, in: page) == nil)
  }
}
