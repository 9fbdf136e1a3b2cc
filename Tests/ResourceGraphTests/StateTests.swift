import Basics
import HCL
import ResourceGraph
import Testing

/// States as the tool keeps them and as it shows them.
struct StateTests {
  private static let raw = #"""
    {"version": 4, "terraform_version": "1.9.0", "serial": 7, "lineage": "l-1", "outputs": {}, "resources": [
      {"module": "module.net[\"a\"]", "mode": "managed", "type": "aws_subnet", "name": "x",
       "provider": "module.net.provider[\"registry.opentofu.org/hashicorp/aws\"].west",
       "instances": [{"index_key": 0, "attributes": {"id": "subnet-0a1", "vpc_id": "vpc-0b2"}},
                     {"index_key": 1, "deposed": "d1", "attributes": {"id": "subnet-0c3"}}]},
      {"mode": "managed", "type": "aws_vpc", "name": "v", "provider": "provider[\"registry.opentofu.org/hashicorp/aws\"]",
       "instances": [{"attributes": {"id": "vpc-0b2", "tags": null}}]},
      {"mode": "data", "type": "aws_ami", "name": "i", "provider": "provider[\"registry.opentofu.org/hashicorp/aws\"]",
       "instances": [{"attributes": {"id": "ami-1"}}]}]}
    """#

  private static let shown = #"""
    {"format_version": "1.0", "terraform_version": "1.9.0", "values": {"root_module": {
      "resources": [{"address": "aws_vpc.v", "mode": "managed", "type": "aws_vpc", "name": "v",
        "provider_name": "registry.opentofu.org/hashicorp/aws", "values": {"id": "vpc-0b2"}}],
      "child_modules": [{"address": "module.net[\"a\"]", "resources": [
        {"address": "module.net[\"a\"].aws_subnet.x[0]", "mode": "managed", "type": "aws_subnet", "name": "x", "index": 0,
         "provider_name": "registry.opentofu.org/hashicorp/aws", "values": {"id": "subnet-0a1", "vpc_id": "vpc-0b2"}}]}]}}}
    """#

  @Test(arguments: [raw, shown]) func readsBothForms(_ text: String) throws {
    let state = try State(json: text)
    let subnet = try #require(state.graph["module.net[\"a\"].aws_subnet.x[0]"])
    #expect(subnet.blockAddress == "module.net.aws_subnet.x" && subnet.key == .number(0))
    // An identifier in an argument is a reference.
    #expect(subnet.references.map(\.target) == ["aws_vpc.v"] && subnet.references.map(\.path) == ["vpc_id"])
    let vpc = try #require(state.graph["aws_vpc.v"])
    #expect(state.graph.referrers(of: vpc).map(\.address) == [subnet.address])
    #expect(state.graph.resources.filter { $0.kind == .managed }.count == 2)
  }

  @Test func readsWhatOnlyTheFileSays() throws {
    let state = try State(json: Self.raw)
    #expect(state.lineage == "l-1" && state.serial == 7)
    #expect(state.graph["module.net[\"a\"].aws_subnet.x[0]"]?.provider == "aws.west")
    #expect(state.graph["aws_vpc.v"]?.provider == "aws")
    #expect(state.graph["data.aws_ami.i"]?.kind == .data)
  }

  @Test(arguments: [
    #"{"version": 3, "lineage": "l", "modules": []}"#, #"{"a": 1}"#,
    #"{"format_version": "1.2", "planned_values": {}}"#,
    // What has no name would be missing in every sum.
    #"{"version": 4, "resources": [{"mode": "managed"}]}"#,
    #"{"format_version": "1.0", "values": {"root_module": {"resources": [{"address": "a.b"}]}}}"#,
  ])
  func refusesWhatIsNoState(_ text: String) {
    #expect(throws: Diagnostic.self) { try State(json: text) }
  }

  @Test func anEmptyStateIsOne() throws {
    #expect(try State(json: #"{"format_version": "1.0"}"#).graph.resources.isEmpty)
  }
}
