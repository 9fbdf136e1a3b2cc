import ProviderSchemas
import Advice
import Basics
import CurlHTTP
import ExternalTools
import Foundation
import ResourceGraph
import Testing
import Vocabulary

/// A real Prometheus with a made series, and servers that are none.
struct PrometheusTests {
  static let programs = ["prometheus", "promtool"].map {
    ToolFinder.find($0, environment: ProcessInfo.processInfo.environment)
  }
  static let isHere = programs.allSatisfy { $0 != nil }

  /// Three weeks of an instance that is hardly busy by node_exporter, and of one that is by the CloudWatch exporter; a
  /// deployment by cAdvisor, whose pods were replaced in the middle.
  private static func series(until end: Int) -> String {
    var text = "# TYPE node_cpu_seconds_total counter\n"
    let start = end - 21 * 86400
    let times = stride(from: start, through: end, by: 300)
    for mode in ["idle", "user"] {
      for (index, time) in times.enumerated() {
        let value = Double(index) * (mode == "idle" ? 270 : 30)
        text +=
          "node_cpu_seconds_total{instance=\"10.0.0.5:9100\",cpu=\"0\",mode=\"\(mode)\"} \(value) \(time)\n"
      }
    }
    for (name, value) in [("MemAvailable", 6.4e9), ("MemTotal", 8e9)] {
      text += "# TYPE node_memory_\(name)_bytes gauge\n"
      for time in times { text += "node_memory_\(name)_bytes{instance=\"10.0.0.5:9100\"} \(value) \(time)\n" }
    }
    text += "# TYPE aws_ec2_cpuutilization_maximum gauge\n"
    for time in times {
      text += "aws_ec2_cpuutilization_maximum{dimension_InstanceId=\"i-0busy\"} 92.5 \(time)\n"
    }
    text += "# TYPE container_cpu_usage_seconds_total counter\n"
    for (pod, range) in [("web-5d9f7c6b4-abcde", 0..<3000), ("web-7f8d9b5c6-fghij", 3000..<6100)] {
      for (index, time) in times.enumerated() where range.contains(index) {
        text +=
          "container_cpu_usage_seconds_total{namespace=\"shop\",pod=\"\(pod)\",container=\"web\"} "
          + "\(Double(index - range.lowerBound) * 30) \(time)\n"
      }
    }
    return text + "# EOF\n"
  }

  private func run(_ program: String, _ arguments: [String], in folder: URL) async throws -> ProcessResult {
    try await ProcessRunner.run(
      ProcessCall(
        executable: program, arguments: arguments, environment: ["PATH": "/usr/bin:/bin"],
        directory: folder.path(percentEncoded: false)))
  }

  @Test(.enabled(if: isHere, "prometheus and promtool are not installed: apt-get install prometheus"))
  func readsARealServer() async throws {
    let prometheus = try #require(Self.programs[0])
    let promtool = try #require(Self.programs[1])
    let folder = FileManager.default.temporaryDirectory.appending(path: "advice-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { RemovedQuietly.remove(folder) }
    let end = Int(saturating: Date().timeIntervalSince1970) / 300 * 300 - 600
    try Data(Self.series(until: end).utf8).write(to: folder.appending(path: "series.txt"))
    try Data("global: {}\n".utf8).write(to: folder.appending(path: "prometheus.yml"))
    let made = try await run(
      promtool, ["tsdb", "create-blocks-from", "openmetrics", "series.txt", "data"], in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let port = try FreePort.find()
    let address = "http://127.0.0.1:\(port)"
    let server = Process()
    server.executableURL = URL(filePath: prometheus)
    server.currentDirectoryURL = folder
    server.arguments = [
      "--config.file=prometheus.yml", "--storage.tsdb.path=data", "--web.listen-address=127.0.0.1:\(port)",
      "--storage.tsdb.retention.time=10y",
    ]
    server.standardError = FileHandle.nullDevice
    try server.run()
    defer { server.terminate() }
    let transport = CurlTransport()
    var isReady = false
    while server.isRunning, !isReady {
      do {
        isReady =
          try await transport.exchange(HTTPRequest(.get, address: "\(address)/-/ready")).head.status == 200
      } catch {
        await Task.yield()
      }
    }
    #expect(isReady)
    let text = """
      resource "aws_instance" "quiet" {
        ami           = "ami-12345678"
        instance_type = "m6i.2xlarge"
        private_ip    = "10.0.0.5"
      }
      resource "aws_instance" "busy" {
        id            = "i-0busy"
        ami           = "ami-12345678"
        instance_type = "m6i.2xlarge"
      }
      """
    let graph = ResourceGraph(files: ["main.tf": text])
    let book = try AdviceBook.builtIn()
    let names = book.metricNames(for: graph).union(["container_cpu"])
    let store = try await PrometheusReader(address: address, transport: transport).read(
      book.metrics, names: names, window: 14, now: Double(end))
    #expect(store.has("ec2_cpu") && store.has("ec2_memory") && store.has("container_cpu"))
    #expect(store.missing["ec2_network"]?.contains("no such series") == true, "\(store.missing)")
    let estate = Estate(
      name: "e", graph: graph, metrics: store, sources: [.resources, .metrics],
      today: CalendarDay(daysSince1970: end / 86400))
    let advice = try Adviser(schemas: SchemaShelf([])).advice(on: estate)
    let smaller = try #require(advice.recommendations.first { $0.rule == "aws-instance-rightsize" })
    #expect(smaller.address == "aws_instance.quiet" && smaller.saving.basis == .priced)
    #expect(smaller.evidence[0].contains("P99.5 of CPU is 10.0 % of 8 processors"), "\(smaller.evidence)")
    #expect(smaller.evidence[0].contains("in 14 days"), "\(smaller.evidence)")
    #expect(
      !advice.recommendations.contains { $0.address == "aws_instance.busy" && $0.rule.contains("idle") })
    let judgement = try #require(advice.judgements.first { $0.rule == "aws-instance-rightsize" })
    #expect(judgement.unjudged == 1 && judgement.needs.first?.contains("ec2_memory for i-0busy") == true)
  }

  private func read(_ answer: String, status: String = "200 OK") async throws -> MetricStore {
    let server = try AnsweringServer(status: status, body: answer)
    defer { server.stop() }
    let book = try AdviceBook.builtIn()
    return try await PrometheusReader(address: server.address, transport: CurlTransport()).read(
      book.metrics, names: ["ec2_cpu"], window: 14, now: 1_700_000_000)
  }

  @Test(arguments: [
    ("<html>login</html>", "200 OK", "it is not an answer of Prometheus"),
    (#"{"status":"error","error":"query timed out"}"#, "503 Service Unavailable", "query timed out"),
    ("", "401 Unauthorized", "status 401"),
  ])
  func saysWhatAnsweredInstead(_ body: String, _ status: String, _ words: String) async throws {
    let error = await #expect(throws: AdviceError.self) { _ = try await read(body, status: status) }
    #expect(error?.code == .metrics && error?.detail.contains(words) == true, "\(error?.detail ?? "")")
  }

  @Test func readsNothingFromAnEmptyServer() async throws {
    let store = try await read(#"{"status":"success","data":{"resultType":"matrix","result":[]}}"#)
    #expect(!store.has("ec2_cpu") && store.missing["ec2_cpu"] != nil)
  }

  @Test func saysThatNobodyIsThere() async throws {
    let port = try FreePort.find()
    let error = await #expect(throws: AdviceError.self) {
      _ = try await PrometheusReader(address: "http://127.0.0.1:\(port)", transport: CurlTransport()).read(
        try AdviceBook.builtIn().metrics, names: [], window: 14, now: 0)
    }
    #expect(error?.code == .metrics)
  }
}
