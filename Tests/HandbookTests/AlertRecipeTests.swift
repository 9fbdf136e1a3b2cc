import Basics
import Experts
import Foundation
import Manifests
import Testing
import Vocabulary

@testable import Handbook

/// Alerting rules, held against the real `promtool`: each alert of a draft fires in one test that comes with it, and stays
/// silent in another.
struct AlertRecipeTests {
  private static let tool = "/usr/bin/promtool"
  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: tool) }

  static let requests = [
    "A web service on Kubernetes with Prometheus alerts and a 99.9 % SLO",
    "Two microservices on Kubernetes, cart and payment, with Prometheus alerts",
    "Prometheus alerts for our checkout service with an SLO of 99.5 %",
  ]

  @Test(
    .enabled(if: isAvailable, "promtool is missing: alerting rules are not held against the real tool"),
    arguments: requests)
  func eachAlertFiresAndStaysSilent(request: String) throws {
    let intent = try Handbook.shared().reader.read(Request(text: request)).intent
    let book = try Handbook.shared().book
    var planner = Planner(book: book, intent: intent, priority: .balanced)
    let files = try Renderer(plan: try planner.plan(), book: book).files()
    let folder = FileManager.default.temporaryDirectory.appending(path: "alerts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var alerts: Set<String> = []
    for file in files where file.format == .kubernetes {
      for manifest in ManifestReader.read(file.content, file: file.path).manifests
      where manifest.kind == "PrometheusRule" {
        // JSON is YAML.
        let spec = try #require(manifest.content["spec"])
        let rules = folder.appending(path: "\(manifest.name).rules.yaml")
        try spec.compact.write(to: rules, atomically: true, encoding: .utf8)
        let check = try Self.run(["check", "rules", rules.path(percentEncoded: false)])
        #expect(check.succeeded, "\(check.output)")
        for group in spec["groups"]?.array ?? [] {
          alerts.formUnion((group["rules"]?.array ?? []).compactMap { $0["alert"]?.string })
        }
      }
    }
    #expect(alerts.count >= 7)
    let tests = files.filter { $0.format == .alertTests }
    #expect(tests.count == 1)
    for file in tests {
      for alert in alerts {
        #expect(file.content.contains("name: \(alert) of "), "\(alert) is not tested")
        #expect(file.content.contains("alertname: \(alert)\n"))
      }
      let place = folder.appending(path: "alerts.test.yaml")
      try file.content.write(to: place, atomically: true, encoding: .utf8)
      let outcome = try Self.run(["test", "rules", place.path(percentEncoded: false)])
      #expect(outcome.succeeded, "\(request): \(outcome.output)")
    }
  }

  private static func run(_ arguments: [String]) throws -> (output: String, succeeded: Bool) {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus == 0)
  }
}
