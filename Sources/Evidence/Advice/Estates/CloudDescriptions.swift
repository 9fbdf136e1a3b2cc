import Basics
import Foundation
import HCL
import ResourceGraph

/// Reads a folder of saved answers of the cloud's command line: `aws ec2 describe-volumes > volumes.json`, one file for
/// each. What a file holds is told from its content, not its name.
package struct CloudDescriptions: Sendable {
  package let resources: [Resource]
  /// Nil where no file holds metrics.
  package let metrics: MetricStore?
  /// Files that hold nothing that is known here.
  package let unknown: [String]

  /// The member that holds a list, the type of what is in it, and the members that name one.
  private static let lists: [(member: String, type: String, names: [String])] = [
    ("Volumes", "cloud_volume", ["VolumeId"]), ("Addresses", "cloud_address", ["AllocationId", "PublicIp"]),
    ("Snapshots", "cloud_snapshot", ["SnapshotId"]), ("Images", "cloud_image", ["ImageId"]),
    ("LoadBalancers", "cloud_load_balancer", ["LoadBalancerArn"]),
    ("LoadBalancerDescriptions", "cloud_classic_load_balancer", ["LoadBalancerName"]),
    ("TargetGroups", "cloud_target_group", ["TargetGroupArn"]),
    ("TargetHealthDescriptions", "cloud_target_health", ["TargetGroupArn"]),
    ("NatGateways", "cloud_nat_gateway", ["NatGatewayId"]),
  ]

  /// - Throws: a `Diagnostic` where the folder or a file in it cannot be read.
  package init(folder: String, catalogue: MetricCatalogue, window: Int) throws {
    var resources: [Resource] = []
    var unknown: [String] = []
    var store = MetricStore(window: window, origin: folder)
    var hasMetrics = false
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
      $0.hasSuffix(".json")
    }
    guard !names.isEmpty else {
      throw Diagnostic(
        code: "advice.cloud", summary: "No descriptions", detail: "The folder has no *.json files.",
        range: SourceRange(file: folder))
    }
    for name in names {
      let path = "\(folder)/\(name)"
      let document = try Self.document(path)
      let found = Self.resources(document, path: path)
      if document["MetricDataResults"] != nil {
        CloudWatchReader(catalogue: catalogue).add(document, to: &store)
        hasMetrics = true
      } else if found.isEmpty, !Self.isKnown(document) {
        unknown.append(path)
      }
      resources += found
    }
    self.resources = Self.unique(resources)
    self.unknown = unknown
    metrics = hasMetrics ? store : nil
  }

  private static func document(_ path: String) throws -> JSONValue {
    do {
      return try JSONValue(parsing: try String(contentsOfFile: path, encoding: .utf8))
    } catch {
      throw Diagnostic(
        code: "advice.cloud", summary: "Cannot be read", detail: "It is not JSON: \(error)",
        range: SourceRange(file: path))
    }
  }

  private static func isKnown(_ document: JSONValue) -> Bool {
    document["Reservations"] != nil || lists.contains { document[$0.member] != nil }
  }

  private static func resources(_ document: JSONValue, path: String) -> [Resource] {
    var found: [Resource] = []
    for list in lists {
      for entry in document[list.member]?.array ?? [] {
        // `describe-target-health` does not say of which group; a member beside the list, or the file's name, does.
        var members = Self.members(entry)
        if list.type == "cloud_target_health", members["TargetGroupArn"] == nil {
          members["TargetGroupArn"] = document["TargetGroupArn"].map { Value($0) } ?? .null
        }
        found.append(resource(list.type, names: list.names, members: members, path: path))
      }
    }
    for reservation in document["Reservations"]?.array ?? [] {
      for entry in reservation["Instances"]?.array ?? [] {
        found.append(resource("cloud_instance", names: ["InstanceId"], members: members(entry), path: path))
      }
    }
    return found
  }

  private static func members(_ entry: JSONValue) -> [String: Value] {
    guard case .object(let members) = Value(entry) else { return [:] }
    return members
  }

  private static func resource(
    _ type: String, names: [String], members: [String: Value], path: String
  ) -> Resource {
    let name = names.lazy.compactMap { members[$0]?.text }.first ?? "unnamed"
    var members = members
    members["$source"] = .string(path)
    if members["id"] == nil { members["id"] = .string(name) }
    return Resource(observed: type, name: name, members)
  }

  /// Addresses are used as names; targets of one group share theirs.
  private static func unique(_ resources: [Resource]) -> [Resource] {
    var counts: [String: Int] = [:]
    return resources.map { resource in
      var resource = resource
      let count = (counts[resource.address] ?? 0) + 1
      counts[resource.address] = count
      if count > 1 { resource.address += "#\(count)" }
      return resource
    }
  }
}
