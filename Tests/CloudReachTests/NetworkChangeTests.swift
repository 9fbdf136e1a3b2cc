import Reach
import HCL
import ResourceGraph
import Testing

@testable import CloudReach

/// What a plan opens and closes, read from the plan alone: ids of what is there, references of what is not, and modules between.
struct NetworkChangeTests {
  private static func change(
    _ address: String, actions: String, before: String, after: String, unknown: String = "{}"
  ) -> String {
    let local = address.split(separator: ".").suffix(2)
    let module = address.hasPrefix("module.") ? #""module_address": "module.web", "# : ""
    return """
      {"address": "\(address)", \(module)"mode": "managed", "type": "\(local.first ?? "")",
       "name": "\(local.last ?? "")", "change": {"actions": ["\(actions)"], "before": \(before),
       "after": \(after), "after_unknown": \(unknown)}}
      """
  }

  private static func group(_ blocks: [String]) -> String {
    let named = blocks.map { #""\#($0)""# }.joined(separator: ", ")
    return
      #"{"id": "sg-1", "vpc_id": "vpc-1", "ingress": [{"cidr_blocks": [\#(named)], "from_port": 22, "to_port": 22, "protocol": "tcp", "self": false}], "egress": []}"#
  }

  private static let vpc = #"{"id": "vpc-1", "cidr_block": "10.0.0.0/16"}"#
  private static let subnet = #"{"id": "subnet-1", "vpc_id": "vpc-1", "cidr_block": "10.0.1.0/24"}"#
  private static let table =
    #"{"id": "rtb-1", "vpc_id": "vpc-1", "route": [{"cidr_block": "0.0.0.0/0", "gateway_id": "igw-1"}]}"#
  private static let machine =
    #"{"id": "i-1", "subnet_id": "subnet-1", "associate_public_ip_address": true, "vpc_security_group_ids": ["sg-1"]}"#

  private static func document(_ changes: [String], configuration: String = "{}", planned: String) -> String {
    """
    {"format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": [\(changes.joined(separator: ","))],
     "planned_values": {"root_module": \(planned)}, "configuration": {"root_module": \(configuration)}}
    """
  }

  /// All of it is there; one group lets other addresses in than before.
  private func opened(from before: [String], to after: [String]) throws -> NetworkChange {
    let still = [
      ("aws_vpc.main", Self.vpc), ("aws_internet_gateway.main", #"{"id": "igw-1", "vpc_id": "vpc-1"}"#),
      ("aws_subnet.main", Self.subnet), ("aws_route_table.main", Self.table),
      (
        "aws_route_table_association.main",
        #"{"id": "a", "subnet_id": "subnet-1", "route_table_id": "rtb-1"}"#
      ),
      ("aws_instance.web", Self.machine),
    ]
    let changes =
      still.map { Self.change($0.0, actions: "no-op", before: $0.1, after: $0.1) }
      + [
        Self.change(
          "aws_security_group.web", actions: "update", before: Self.group(before), after: Self.group(after))
      ]
    let planned = (still + [("aws_security_group.web", Self.group(after))]).map { address, values in
      let parts = address.split(separator: ".")
      return
        #"{"address": "\#(address)", "mode": "managed", "type": "\#(parts[0])", "name": "\#(parts[1])", "values": \#(values)}"#
    }
    let plan = try Plan(
      json: Self.document(
        changes, planned: #"{"resources": [\#(planned.joined(separator: ","))]}"#))
    return try #require(
      NetworkChange(before: plan.past, after: plan.graph, books: try NetworkBook.shipped()))
  }

  @Test func everythingAtOnceIsTheInternet() throws {
    let change = try opened(from: ["10.9.0.0/16"], to: ["0.0.0.0/0"])
    let way = try #require(change.opened.first)
    #expect(way.from == "the internet" && way.to == "aws_instance.web" && way.traffic == "TCP 22")
    #expect(change.closed.isEmpty)
  }

  @Test func twoHalvesAreTheInternetAsWell() throws {
    let change = try opened(from: ["10.9.0.0/16"], to: ["0.0.0.0/1", "128.0.0.0/1"])
    #expect(change.opened.map(\.from) == ["the internet"])
    #expect(change.opened.allSatisfy { $0.addresses > 1 << 31 })
  }

  @Test func oneAddressIsOneAddress() throws {
    let change = try opened(from: ["203.0.113.7/32"], to: ["203.0.113.8/32"])
    #expect(change.opened.map(\.from) == ["203.0.113.8"])
    #expect(change.closed.map(\.from) == ["203.0.113.7"])
    #expect(change.opened.map(\.addresses) == [1])
  }

  @Test func whatWasOpenIsNotOpenedAgain() throws {
    let change = try opened(from: ["0.0.0.0/0"], to: ["0.0.0.0/1", "128.0.0.0/1"])
    #expect(change.opened.isEmpty && change.closed.isEmpty)
  }

  @Test func nothingWithANetworkIsNoAnswer() throws {
    let bucket = #"{"id": "b"}"#
    let plan = try Plan(
      json: Self.document(
        [Self.change("aws_s3_bucket.b", actions: "create", before: "null", after: bucket)], planned: "{}"))
    #expect(NetworkChange(before: plan.past, after: plan.graph, books: try NetworkBook.shipped()) == nil)
  }

  /// Nothing is there yet: subnets come into the module as an argument, from another module's output, and routes and rules stand in
  /// blocks of which a plan says only what all of them refer to.
  @Test func modulesHandSubnetsOn() throws {
    func made(_ address: String, _ values: String, unknown: String) -> (change: String, planned: String) {
      let parts = address.split(separator: ".")
      return (
        Self.change(address, actions: "create", before: "null", after: values, unknown: unknown),
        #"{"address": "\#(address)", "mode": "managed", "type": "\#(parts[2])", "name": "\#(parts[3])", "values": \#(values)}"#
      )
    }
    let net = [
      made("module.net.aws_vpc.v", #"{"cidr_block": "10.0.0.0/16"}"#, unknown: #"{"id": true}"#),
      made("module.net.aws_internet_gateway.g", "{}", unknown: #"{"id": true, "vpc_id": true}"#),
      made(
        "module.net.aws_subnet.s", #"{"cidr_block": "10.0.1.0/24"}"#,
        unknown: #"{"id": true, "vpc_id": true}"#),
      made(
        "module.net.aws_route_table.r",
        #"{"route": [{"cidr_block": "0.0.0.0/0", "nat_gateway_id": ""}]}"#,
        unknown: #"{"id": true, "vpc_id": true, "route": [{"gateway_id": true}]}"#),
      made(
        "module.net.aws_route_table_association.a", "{}",
        unknown: #"{"subnet_id": true, "route_table_id": true}"#),
    ]
    let web = [
      made(
        "module.web.aws_instance.i", #"{"associate_public_ip_address": true}"#,
        unknown: #"{"id": true, "subnet_id": true, "vpc_security_group_ids": true}"#),
      made(
        "module.web.aws_security_group.g",
        #"{"ingress": [{"cidr_blocks": ["0.0.0.0/0"], "from_port": 443, "to_port": 443, "protocol": "tcp"}]}"#,
        unknown: #"{"id": true, "vpc_id": true, "ingress": [{"cidr_blocks": [false]}]}"#),
    ]
    func expressions(_ pairs: [(String, String)]) -> String {
      pairs.map { #""\#($0.0)": {"references": ["\#($0.1)"]}"# }.joined(separator: ", ")
    }
    func configured(_ address: String, _ pairs: [(String, String)]) -> String {
      #"{"address": "\#(address)", "expressions": {\#(expressions(pairs))}}"#
    }
    let netModule = [
      configured("aws_vpc.v", []), configured("aws_internet_gateway.g", [("vpc_id", "aws_vpc.v.id")]),
      configured("aws_subnet.s", [("vpc_id", "aws_vpc.v.id")]),
      configured("aws_route_table.r", [("vpc_id", "aws_vpc.v.id"), ("route", "aws_internet_gateway.g.id")]),
      configured(
        "aws_route_table_association.a",
        [("subnet_id", "aws_subnet.s.id"), ("route_table_id", "aws_route_table.r.id")]),
    ].joined(separator: ", ")
    let webModule = [
      configured(
        "aws_instance.i",
        [("subnet_id", "var.subnet"), ("vpc_security_group_ids", "aws_security_group.g.id")]),
      configured("aws_security_group.g", [("vpc_id", "var.vpc")]),
    ].joined(separator: ", ")
    let configuration = """
      {"module_calls": {
        "net": {"module": {"resources": [\(netModule)], "outputs": {
          "vpc": {"expression": {"references": ["aws_vpc.v.id"]}},
          "subnet": {"expression": {"references": ["aws_subnet.s.id"]}}}}},
        "web": {"expressions": {"vpc": {"references": ["module.net.vpc"]}, "subnet": {"references": ["module.net.subnet"]}},
          "module": {"resources": [\(webModule)]}}}}
      """
    func module(_ name: String, _ made: [(change: String, planned: String)]) -> String {
      #"{"address": "module.\#(name)", "resources": [\#(made.map(\.planned).joined(separator: ","))]}"#
    }
    let plan = try Plan(
      json: Self.document(
        (net + web).map(\.change), configuration: configuration,
        planned: #"{"child_modules": [\#(module("net", net)), \#(module("web", web))]}"#))
    let change = try #require(
      NetworkChange(before: plan.past, after: plan.graph, books: try NetworkBook.shipped()))
    let way = try #require(change.opened.first)
    #expect(way.from == "the internet" && way.to == "module.web.aws_instance.i" && way.traffic == "TCP 443")
  }

  @Test func aSplatOfSubnetsIsKnown() throws {
    let text = """
      resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
      resource "aws_subnet" "s" {
        count      = 2
        vpc_id     = aws_vpc.v.id
        cidr_block = cidrsubnet("10.0.0.0/16", 8, count.index)
      }
      resource "aws_instance" "a" { subnet_id = aws_subnet.s[*].id[0] }
      resource "aws_instance" "b" {
        for_each  = toset(["x"])
        subnet_id = [for s in aws_subnet.s : s.id][1]
      }
      """
    let graph = ResourceGraph(
      ConfigurationSources(files: ["main.tf": text]), names: NetworkBook.computedNames)
    let book = try #require(try NetworkBook.shipped().first { $0.knows("aws_vpc") })
    let connections = CloudReach(graph, book: book).connections()
    #expect(connections.contains { $0.from.name == "aws_instance.a" && $0.to.name == "aws_instance.b" })
  }
}
