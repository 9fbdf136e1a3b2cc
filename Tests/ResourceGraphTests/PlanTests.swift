import Foundation
import HCL
import ResourceGraph
import Testing

struct PlanTests {
  private let text = #"""
    {"format_version": "1.2", "terraform_version": "1.9.0",
     "planned_values": {"root_module": {"resources": [
       {"address": "aws_instance.web[0]", "mode": "managed", "type": "aws_instance", "name": "web", "index": 0,
        "provider_name": "registry.opentofu.org/hashicorp/aws", "values": {"ami": "ami-1", "tags": null}}]}},
     "resource_changes": [
       {"address": "aws_instance.web[0]", "mode": "managed", "type": "aws_instance", "name": "web", "provider_name": "p",
        "change": {"actions": ["delete", "create"], "before": {"ami": "ami-0", "id": "i-1"}, "after": {"ami": "ami-1"},
                   "after_unknown": {"id": true, "net": [{"ip": true}]}, "replace_paths": [["ami"], ["net", 0, "ip"]]}}],
     "configuration": {"root_module": {"resources": [{"address": "aws_instance.web",
        "expressions": {"subnet_id": {"references": ["aws_subnet.a[0].id", "aws_subnet.a[0]", "aws_subnet.a"]}}}]}}}
    """#

  @Test func readsChangesAndUnknowns() throws {
    let plan = try Plan(json: text)
    let change = try #require(plan.changes.first)
    #expect(change.actions == [.delete, .create])
    #expect(change.isReplacement)
    #expect(change.replacePaths == ["ami", "net.0.ip"])
    #expect(change.before["id"] == .string("i-1"))
    #expect(change.after["id"] == .unknown)
    #expect(change.after["net"]?[0]?["ip"] == .unknown)
    let web = try #require(plan.graph["aws_instance.web[0]"])
    #expect(web.attributes["id"] == .unknown)
    #expect(web.attributes["ami"] == .string("ami-1"))
    #expect(plan.graph.targets(of: web) == ["aws_subnet.a"])
  }

  @Test(arguments: ["{}", "{\"format_version\": \"9.0\"}", "[", "null"])
  func refusesWhatIsNoPlan(_ text: String) {
    #expect(throws: (any Error).self) { try Plan(json: text) }
  }

  private static let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

  @Test(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: corpus tests are skipped"))
  func readsRealPlans() throws {
    let root = URL(filePath: Self.corpora ?? "/").appending(path: "opentofu/show-json")
    let folders = try FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
    let files = folders.map { $0.appending(path: "output.json") }.filter {
      FileManager.default.fileExists(atPath: $0.path)
    }
    #expect(files.count > 5)
    for file in files {
      let plan = try Plan(json: String(contentsOf: file, encoding: .utf8))
      #expect(!plan.changes.isEmpty || !plan.outputs.isEmpty, "\(file.path)")
      #expect(plan.changes.allSatisfy { !$0.actions.isEmpty })
    }
  }
}
