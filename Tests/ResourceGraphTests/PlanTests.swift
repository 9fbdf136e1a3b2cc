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

  /// What nobody wrote is the provider's own choice, as it is for a folder; what an expression gives is unknown.
  @Test func whatNobodyWroteIsNotThere() throws {
    let plan = try Plan(
      json: #"""
        {"format_version": "1.2",
         "planned_values": {"root_module": {"resources": [
           {"address": "aws_instance.a", "mode": "managed", "type": "aws_instance", "name": "a", "values": {"ami": "ami-1"}}],
           "child_modules": [{"address": "module.m[0]", "resources": [
             {"address": "module.m[0].aws_instance.b", "mode": "managed", "type": "aws_instance", "name": "b", "values": {}}]}]}},
         "resource_changes": [
           {"address": "aws_instance.a", "type": "aws_instance", "name": "a", "change": {"actions": ["create"], "before": null,
             "after": {"ami": "ami-1", "root_block_device": [{"volume_size": 5}], "ebs_block_device": [{"device_name": "x"}]},
             "after_unknown": {"tenancy": true, "subnet_id": true, "root_block_device": [{"iops": true, "kms_key_id": true}],
               "ebs_block_device": [{"iops": true, "delete_on_termination": true}]}}},
           {"address": "module.m[0].aws_instance.b", "type": "aws_instance", "name": "b",
             "change": {"actions": ["create"], "before": null, "after": {}, "after_unknown": {"tenancy": true, "ami": true}}}],
         "configuration": {"root_module": {
           "resources": [{"address": "aws_instance.a", "expressions": {"ami": {"constant_value": "ami-1"},
             "subnet_id": {"references": ["aws_subnet.s.id"]},
             "root_block_device": [{"volume_size": {"constant_value": 5}, "kms_key_id": {"references": ["aws_kms_key.k.arn"]}}]}}],
           "module_calls": {"m": {"module": {"resources": [{"address": "aws_instance.b",
             "expressions": {"ami": {"references": ["data.aws_ami.x.id"]}}}]}}}}}}
        """#)
    let first = try #require(plan.graph["aws_instance.a"]).attributes
    #expect(first["tenancy"] == nil)
    #expect(first["subnet_id"] == .unknown)
    #expect(first["root_block_device"]?[0] == .object(["volume_size": .number(5), "kms_key_id": .unknown]))
    // Made by `dynamic`: the schema says what the provider fills in by itself.
    #expect(
      first["ebs_block_device"]?[0]
        == .object(["device_name": .string("x"), "delete_on_termination": .unknown]))
    let second = try #require(plan.graph["module.m[0].aws_instance.b"]).attributes
    #expect(second == .object(["ami": .unknown]))
  }

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
    #expect(web.attributes["id"] == nil)
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
