import ProviderSchemas
import Advice
import Basics
import Foundation
import HCL
import ResourceGraph
import Repair
import Testing
import Vocabulary

/// Saved answers of the cloud's command line.
struct CloudDescriptionsTests {
  private func read(_ files: [String: String]) throws -> CloudDescriptions {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cloud-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { RemovedQuietly.remove(folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return try CloudDescriptions(folder: folder.path, catalogue: try AdviceBook.builtIn().metrics, window: 14)
  }

  @Test func tellsWhatAFileHoldsFromItsContent() throws {
    let hours = (0..<48).map {
      "\"2026-11-\(20 + $0 / 24)T\($0 % 24 < 10 ? "0" : "")\($0 % 24):00:00+00:00\""
    }
    let values = (0..<48).map { _ in "0.4" }.joined(separator: ",")
    let cloud = try read([
      "a.json":
        #"{"Volumes": [{"VolumeId": "vol-1", "State": "available", "Size": 100, "VolumeType": "gp3", "CreateTime": "2025-01-01T00:00:00Z"}]}"#,
      "b.json": #"{"Addresses": [{"PublicIp": "203.0.113.1", "AllocationId": "eipalloc-1"}]}"#,
      "c.json": #"{"Reservations": [{"Instances": [{"InstanceId": "i-1", "ImageId": "ami-1"}]}]}"#,
      "d.json":
        #"{"TargetGroupArn": "arn:t", "TargetHealthDescriptions": [{"Target": {"Id": "i-1"}, "TargetHealth": {"State": "unhealthy"}}, {"Target": {"Id": "i-2"}, "TargetHealth": {"State": "unhealthy"}}]}"#,
      "e.json":
        "{\"MetricDataResults\": [{\"Id\": \"m1\", \"Label\": \"CPUUtilization i-1\", \"Timestamps\": [\(hours.reversed().joined(separator: ","))], \"Values\": [\(values)]}]}",
      "f.json": #"{"Snapshots": []}"#, "g.json": #"{"Something": []}"#,
    ])
    #expect(cloud.unknown.count == 1 && cloud.unknown[0].hasSuffix("g.json"))
    #expect(cloud.metrics?.has("ec2_cpu") == true)
    let types = Dictionary(grouping: cloud.resources, by: \.type).mapValues(\.count)
    #expect(types == ["cloud_volume": 1, "cloud_address": 1, "cloud_instance": 1, "cloud_target_health": 2])
    #expect(Set(cloud.resources.map(\.address)).count == cloud.resources.count)
    let estate = Estate(
      name: "account", graph: ResourceGraph(resources: []), sources: [],
      today: CalendarDay(daysSince1970: 20_780)
    ).adding(cloud.resources, source: .cloud)
    let advice = try Adviser(schemas: SchemaShelf([])).advice(on: estate)
    #expect(Set(advice.recommendations.map(\.rule)) == ["cloud-volume-unattached", "cloud-address-idle"])
    #expect(advice.recommendations.allSatisfy { $0.place.file.hasSuffix(".json") && $0.patch == nil })
    #expect(advice.saving == 6.65)
  }

  @Test(arguments: [[:], ["a.json": "{ cut"]]) func saysWhatCannotBeRead(_ files: [String: String]) {
    #expect(throws: Diagnostic.self) { try read(files) }
  }
}
