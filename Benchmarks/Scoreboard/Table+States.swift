import Basics
import Foundation
import ResourceGraph
import Pricing
import Vocabulary

extension Table {
  /// Time and memory to price one state, read from its JSON, of more and more resources.
  func measureStates() throws {
    let estimator = try Estimator()
    for count in [2_500, 5_000, 10_000, 20_000] {
      let text = Self.state(of: count)
      let start = ContinuousClock.now
      let graph = try State(JSONValue(parsing: text)).graph
      let read = ContinuousClock.now
      let estimate = estimator.estimate(graph, region: "us-east-1")
      let seconds = { (duration: Duration) in String(format: "%.2f s", duration / .seconds(1)) }
      row(
        "\(count) resources in one state",
        "read \(seconds(read - start)), priced \(seconds(ContinuousClock.now - read)), coverage \(estimate.coverage), "
          + "at most \(Self.peakMemory()) of memory")
    }
  }

  /// A state of version 4 with ten kinds of resources, some of them related by identifier.
  private static func state(of count: Int) -> String {
    let entries = (0..<count).map { number -> String in
      let (type, attributes) = resource(number)
      return "{\"mode\":\"managed\",\"type\":\"\(type)\",\"name\":\"r\(number)\","
        + "\"provider\":\"provider[\\\"registry.opentofu.org/hashicorp/aws\\\"]\","
        + "\"instances\":[{\"attributes\":{\"id\":\"id-\(number)\",\(attributes)}}]}"
    }
    return "{\"version\":4,\"lineage\":\"x\",\"resources\":[\(entries.joined(separator: ","))]}"
  }

  private static func resource(_ number: Int) -> (type: String, attributes: String) {
    let template = "\"launch_template\":[{\"id\":\"id-\(number / 10 * 10 + 6)\"}]"
    return switch number % 10 {
    case 0: ("aws_instance", "\"instance_type\":\"m5.large\",\"root_block_device\":[{\"volume_size\":50}]")
    case 1: ("aws_ebs_volume", "\"size\":100,\"type\":\"gp3\"")
    case 2: ("aws_s3_bucket", "\"bucket\":\"b-\(number)\"")
    case 3:
      (
        "aws_db_instance",
        "\"engine\":\"postgres\",\"instance_class\":\"db.t4g.medium\",\"allocated_storage\":50"
      )
    case 4: ("aws_eip", "\"domain\":\"vpc\"")
    case 5: ("aws_dynamodb_table", "\"name\":\"t-\(number)\",\"billing_mode\":\"PAY_PER_REQUEST\"")
    case 6: ("aws_launch_template", "\"instance_type\":\"t3.small\"")
    case 7: ("aws_security_group", "\"vpc_id\":\"vpc-1\"")
    case 8: ("aws_lambda_function", "\"memory_size\":256")
    default: ("aws_autoscaling_group", "\"desired_capacity\":2,\(template)")
    }
  }

  /// The most memory this process ever had, as the kernel says it.
  private static func peakMemory() -> String {
    guard let status = FileManager.default.contents(atPath: "/proc/self/status"),
      let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first(where: {
        $0.hasPrefix("VmHWM")
      }),
      let kilobytes = line.split(separator: " ").compactMap({ Int($0) }).first
    else { return "unknown" }
    return "\(kilobytes / 1024) MB"
  }
}
