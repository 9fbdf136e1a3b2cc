import Basics
import CrewFile
import CurlHTTP
import Foundation
import HCL
import Manifests
import MutatedTexts
import Pricing
import ResourceGraph
import StrictYAML
import TestFolders
import Testing

@testable import Advice
@testable import Handbook
@testable import LanguageModels
@testable import Policies

/// Every reader on hundreds of texts that are nearly right: none ends the program, and what is refused is refused with words
/// and, where there are lines, with a place.
struct ReaderPropertyTests {
  private struct Reader: Sendable {
    var name: String
    var text: String
    var read: @Sendable (_ text: String, _ path: String) async throws -> Void
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  private static func fixture(_ path: String) -> String {
    do {
      return String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
    } catch {
      Issue.record("\(path): \(error)")
      return ""
    }
  }

  private static let configuration = """
    variable "n" { default = 3 }
    locals { all = { for i in range(3) : "k${i}" => cidrsubnet("10.0.0.0/8", 8, i) } }
    resource "aws_ebs_volume" "v" {
      for_each          = local.all
      availability_zone = "us-east-1a"
      size              = 100 + var.n
      tags = merge({ a = jsonencode([1, 2.5]) }, { b = format("%05d", 7), c = substr("abc", 0, 2) })
    }
    output "o" { value = [for v in aws_ebs_volume.v : element([1, 2], 1)] }
    """

  private static let readers: [Reader] = [
    Reader(name: "configuration", text: configuration) { text, _ in
      _ = ResourceGraph(files: ["main.tf": text])
    },
    Reader(
      name: "configuration in JSON",
      text:
        #"{"resource":{"aws_ebs_volume":{"v":{"count":2,"size":"${1 + 2}","tags":{"a":"b"}}}},"locals":{"x":[1,2.5,null]}}"#
    ) { text, _ in _ = ResourceGraph(files: ["main.tf.json": text]) },
    Reader(name: "values", text: "n = 3\nnames = [\"a\", \"b\"]\nmap = { a = 1e3, b = null }\n") { text, _ in
      _ = ResourceGraph(files: ["main.tf": configuration, "terraform.tfvars": text])
    },
    Reader(name: "layout", text: configuration) { text, _ in
      if let once = HCLFormatter.format(text), let twice = HCLFormatter.format(once) {
        #expect(twice == once)
      }
    },
    Reader(name: "plan", text: fixture("ServicesTests/Fixtures/cost/plan.json")) { text, _ in
      _ = try Plan(json: text)
    },
    Reader(name: "state", text: fixture("ServicesTests/Fixtures/cost/state.json")) { text, _ in
      _ = try State(json: text)
    },
    Reader(
      name: "manifests",
      text:
        "apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n  metadata: {name: a, labels: &l {a: b}}\n  spec:\n    replicas: 2\n    template: {metadata: {labels: *l}, spec: {containers: [{name: c, image: 'i:1', ports: [{containerPort: 80}]}]}}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: {a: b}, ports: [{port: 80}]}\n"
    ) { text, _ in
      for isForeign in [false, true] {
        let read = ManifestReader.read(text, file: "a.yaml", isForeign: isForeign)
        _ = ManifestCheck.check(read.manifests)
        #expect(read.diagnostics.allSatisfy { $0.range?.file == "a.yaml" })
      }
    },
    Reader(name: "YAML", text: "a: {b: [1, 2.5, ~, yes, \"x\\n\"]}\nc: |\n  text\nd: ['5', {e: f}]\n") {
      text, _ in
      _ = try StrictYAML.documents(text, file: "a.yaml")
    },
    Reader(name: "crew", text: fixture("../agents.yaml")) { text, _ in
      _ = try CrewFile.load(text, file: "agents.yaml", prompts: [])
    },
    Reader(
      name: "own configuration",
      text:
        "approvals: {self: false, at_risk: 2, price_threshold: 500, one_login: false}\ntrusted_keys: /etc/consilium/trusted-keys\nvariables: [LAB_TOKEN]\naddresses: [\"http://lab.internal:8080\"]\n"
    ) { text, _ in _ = try OwnConfiguration(text, file: "consilium.yaml") },
    Reader(
      name: "bill",
      text:
        "BilledCost,ChargeCategory,ChargeDescription,ChargePeriodStart,CommitmentDiscountId,CommitmentDiscountName,CommitmentDiscountStatus,CommitmentDiscountType,ConsumedQuantity,ConsumedUnit,EffectiveCost,ListUnitPrice,PricingCategory,RegionId,ResourceId,ServiceCategory,ServiceName,SkuId,Tags\n0.1,Usage,\"$0.1 per On Demand m5.large\",2026-01-01 00:00:00,,,,,1,Hours,0.1,0.1,Standard,us-east-1,i-1,Compute,EC2,SKU1,\"{\"\"a\"\": \"\"b\"\"}\"\n0.2,Usage,x,2026-01-01 01:00:00,c1,n,Used,Savings Plan,1,GB,0.1,0.1,Committed,us-east-1,i-2,Compute,EC2,SKU2,{}\n"
    ) { _, path in _ = try FocusReader(path: path).resources(source: "bill.csv") },
    Reader(name: "price table", text: fixture("PricingTests/Fixtures/import/own.csv")) { _, path in
      _ = try PriceImport(path: path)
    },
    Reader(name: "price list of lines", text: fixture("PricingTests/Fixtures/import/offer.csv")) { _, path in
      _ = try PriceImport(path: path)
    },
    Reader(name: "price list", text: fixture("PricingTests/Fixtures/import/offer.json")) { _, path in
      _ = try PriceImport(path: path)
    },
    Reader(name: "retail prices", text: fixture("PricingTests/Fixtures/import/retail.json")) { _, path in
      _ = try PriceImport(path: path)
    },
    Reader(name: "SKUs", text: fixture("PricingTests/Fixtures/import/skus.json")) { _, path in
      _ = try PriceImport(path: path)
    },
    Reader(
      name: "usage",
      text:
        "version: 0.1\nresource_usage:\n  aws_lambda_function.f:\n    monthly_requests: 1000000\n    request_duration_ms: {low: 1, expected: 2, high: 3}\n"
    ) { text, path in _ = try UsageFile(path: path, text: text) },
    Reader(
      name: "budgets", text: "budgets:\n- name: all\n  monthly: 100\n  tag: {team: a}\n  increase: 5.5\n"
    ) {
      text, _ in _ = try BudgetFile(text, file: "budgets.yaml")
    },
    Reader(
      name: "waivers",
      text:
        "waivers:\n- rule: s3.public\n  address: aws_s3_bucket.a\n  reason: a public site\n  approver: maria\n  expires: 2027-01-01\n"
    ) { text, _ in _ = try Waiver.read(text, file: "waivers.yaml", rules: ["s3.public"]) },
    Reader(
      name: "rules",
      text:
        "rule \"a.b\" {\n  title    = \"t\"\n  severity = \"high\"\n  category = \"security\"\n  resource = \"aws_s3_bucket\"\n  require  = self.a != null && length(self.b) < 5\n  message  = \"m ${self.a}\"\n}\n"
    ) { text, path in
      let reader = RuleReader(path: path, text: text, groups: [:])
      #expect(reader.diagnostics.allSatisfy { $0.range?.file == path })
    },
    Reader(
      name: "advice",
      text:
        "rule \"a\" {\n  number = 1\n  title = \"t\"\n  action = \"resize\"\n  stage = \"now\"\n  needs = [\"state\"]\n  resource = \"aws_instance\"\n  when = self.a > 1e3\n  saving = 5\n}\n"
    ) { text, path in
      let reader = AdviceReader(path: path, text: text)
      #expect(reader.diagnostics.allSatisfy { $0.range?.file == path })
    },
    Reader(
      name: "metrics of CloudWatch",
      text:
        #"{"MetricDataResults":[{"Label":"CPUUtilization i-1","Timestamps":["2026-11-23T10:05:00+00:00","2026-11-23T10:10:00Z"],"Values":[1.5,2]}]}"#
    ) { text, _ in
      var store = MetricStore(window: 14, origin: "x")
      CloudWatchReader(catalogue: try metrics.get()).add(try JSONValue(parsing: text), to: &store)
    },
    Reader(
      name: "metrics of Prometheus",
      text:
        #"{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"instance":"10.0.0.5:9100"},"values":[[1795000000,"1.5"],[1795000300.5,"2"]]}]}}"#
    ) { text, _ in
      let reader = PrometheusReader(address: "http://127.0.0.1:1", transport: SaidTransport(text: text))
      _ = try await reader.read(
        try metrics.get(), names: Set(try metrics.get().definitions.keys.prefix(3)), window: 14,
        now: 1_796_000_000)
    },
    Reader(name: "model stream", text: fixture("LanguageModelsTests/Fixtures/openai-stream-tools.txt")) {
      text, _ in try stream(text)
    },
    Reader(name: "model stream of lines", text: fixture("LanguageModelsTests/Fixtures/ollama-stream.txt")) {
      text, _ in try stream(text)
    },
    Reader(name: "model stream of events", text: fixture("LanguageModelsTests/Fixtures/anthropic-stream.txt"))
    {
      text, _ in try stream(text)
    },
    Reader(name: "model's answer", text: fixture("LanguageModelsTests/Fixtures/openai-tools.json")) {
      text, _ in
      try stream(text)
    },
    Reader(
      name: "cassette",
      text:
        #"{"key":"k","model":"openai/gpt","answer":{"text":"a","toolCalls":[],"finish":"stop","usage":{"input":1,"output":2,"cachedInput":0,"isExact":true}}}"#
        + "\n"
    ) { _, path in _ = try Cassette.playing(path) },
    Reader(
      name: "recipe",
      text: fixture("../Sources/Knowledge/Clouds/Data/aws/recipes/budget/recipe.yaml")
    ) { text, _ in _ = try HandbookData.node(text, file: "recipe.yaml") },
  ]

  private static let metrics = Result { try AdviceBook.builtIn().metrics }

  private struct SaidTransport: HTTPTransport {
    let text: String

    func open(_ request: HTTPRequest) async throws(HTTPError) -> HTTPStream {
      throw HTTPError(.cannotConnect, summary: "nothing is there", detail: "")
    }

    func exchange(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
      HTTPResponse(head: HTTPHead(status: 200, headers: []), body: Array(text.utf8))
    }
  }

  /// Every protocol on the same bytes, in pieces and whole.
  private static func stream(_ text: String) throws {
    let bytes = Array(text.utf8)
    let request = ModelRequest(messages: [.user("x")])
    var refusals: [any Error] = []
    for kind in WireKind.allCases {
      var reader = WireReader(wire: kind.wire)
      var whole = reader
      do {
        for start in stride(from: 0, to: bytes.count, by: 37) {
          _ = try reader.take(Array(bytes[start..<min(bytes.count, start + 37)]))
        }
        try reader.finish()
      } catch { refusals.append(error) }
      do { _ = try whole.take(whole: bytes) } catch { refusals.append(error) }
      #expect(reader.answer.response(to: request).usage.input >= 0)
      #expect(whole.answer.response(to: request).usage.output >= 0)
    }
    #expect(refusals.allSatisfy { !"\($0)".isEmpty })
  }

  @Test(arguments: readers.indices) func nothingEndsTheProgram(index: Int) async throws {
    let reader = Self.readers[index]
    let folder = FileManager.default.temporaryDirectory.appending(path: "reader-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try RemovedFolder.remove(folder) } }
    let file = folder.appending(path: "input")
    let path = file.path(percentEncoded: false)
    try Data(reader.text.utf8).write(to: file)
    // What the changes start from is read, or they would all be refused at the door.
    await #expect(throws: Never.self, "\(reader.name)") { try await reader.read(reader.text, path) }
    var refused = 0
    for text in MutatedTexts(reader.text, seed: UInt64(index) + 1, count: 200) {
      try Data(text.utf8).write(to: file)
      do {
        try await reader.read(text, path)
      } catch let error as DiagnosticsError {
        refused += 1
        #expect(error.diagnostics.allSatisfy { $0.range != nil }, "\(reader.name): \(error)")
      } catch {
        refused += 1
        #expect("\(error)".count > 10, "\(reader.name): \(error)")
      }
    }
    print("reader of \(reader.name): 200 texts, \(refused) refused with words")
  }
}
