import Advice
import Basics
import ExternalTools
import Foundation
import Manifests
import StrictYAML
import Testing

/// What is printed is what its reader takes.
struct ScheduleTests {
  private static let verifier = ToolFinder.find(
    "systemd-analyze", environment: ProcessInfo.processInfo.environment)

  private func plan(shards: Int = 1) -> SchedulePlan {
    SchedulePlan(
      command: "/bin/true advise --all \"/var/lib/my states\" --remember", hour: 3, minute: 5,
      zone: "Europe/Berlin",
      shards: shards, image: "registry.example.com/consilium:1.0", offset: 1)
  }

  @Test(arguments: [1, 8]) func isAValidManifest(_ shards: Int) throws {
    let text = try plan(shards: shards).text(.kubernetes)
    let (manifests, diagnostics) = ManifestReader.read(text, file: "schedule.yaml")
    #expect(diagnostics.isEmpty && ManifestCheck.check(manifests).isEmpty)
    let job = try #require(manifests.first { $0.kind == "CronJob" }).content["spec"]
    #expect(job?["timeZone"]?.string == "Europe/Berlin" && job?["schedule"]?.string == "5 3 * * *")
    let inner = job?["jobTemplate"]?["spec"]
    #expect(inner?["completions"]?.integer == shards && inner?["completionMode"]?.string == "Indexed")
    let container = inner?["template"]?["spec"]?["containers"]?.array?.first
    let words = container?["args"]?.array?.first?.string ?? ""
    #expect(words.contains("--shard \"$(JOB_COMPLETION_INDEX)/8\"") == (shards == 8))
  }

  @Test(arguments: [SchedulePlan.Kind.github, .gitlab]) func isYAML(_ kind: SchedulePlan.Kind) throws {
    let text = try plan().text(kind)
    let document = try StrictYAML.document(text, file: "ci.yml")
    #expect(document.pairs?.isEmpty == false)
    if kind == .github {
      #expect(text.contains("cron: \"5 2 * * *\"") && text.contains("${{ github.run_id }}"))
    }
  }

  @Test func isACronLine() throws {
    let lines = try plan().text(.cron).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.first == "CRON_TZ=Europe/Berlin")
    #expect(lines.last?.hasPrefix("5 3 * * * cd / && /bin/true advise") == true)
  }

  @Test(.enabled(if: verifier != nil, "systemd-analyze is not installed"))
  func isAUnitThatSystemdTakes() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "units-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { RemovedQuietly.remove(folder) }
    let parts = try plan().text(.systemd).split(separator: "# /etc/systemd/system/consilium-advise.")
    for part in parts {
      let name = String(part.prefix { $0 != "\n" })
      try Data(part.drop { $0 != "\n" }.utf8).write(to: folder.appending(path: "consilium-advise.\(name)"))
    }
    #expect(parts.count == 2)
    let units = ["service", "timer"].map { folder.appending(path: "consilium-advise.\($0)").path }
    let result = try await ProcessRunner.run(
      ProcessCall(
        executable: try #require(Self.verifier), arguments: ["verify"] + units,
        environment: ["PATH": "/usr/bin:/bin"], directory: folder.path))
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.errors.contains("consilium-advise"), "\(result.errors)")
  }
}
