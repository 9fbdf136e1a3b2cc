import Clouds
import HCL
import Reach
import ResourceGraph
import Testing

@testable import CloudReach

/// Networks of a configuration, and who reaches whom in them by the rules of the cloud.
struct CloudReachTests {
  private static let network = """
    resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
    resource "aws_internet_gateway" "main" { vpc_id = aws_vpc.main.id }
    resource "aws_subnet" "open" {
      vpc_id                  = aws_vpc.main.id
      cidr_block              = "10.0.1.0/24"
      map_public_ip_on_launch = true
    }
    resource "aws_subnet" "closed" {
      count      = 2
      vpc_id     = aws_vpc.main.id
      cidr_block = cidrsubnet("10.0.16.0/20", 4, count.index)
    }
    resource "aws_route_table" "open" {
      vpc_id = aws_vpc.main.id
      route {
        cidr_block = "0.0.0.0/0"
        gateway_id = aws_internet_gateway.main.id
      }
    }
    resource "aws_route_table_association" "open" {
      subnet_id      = aws_subnet.open.id
      route_table_id = aws_route_table.open.id
    }
    resource "aws_security_group" "web" { vpc_id = aws_vpc.main.id }
    resource "aws_vpc_security_group_ingress_rule" "web" {
      security_group_id = aws_security_group.web.id
      cidr_ipv4         = "0.0.0.0/0"
      ip_protocol       = "tcp"
      from_port         = 443
      to_port           = 443
    }
    resource "aws_vpc_security_group_egress_rule" "web" {
      security_group_id = aws_security_group.web.id
      cidr_ipv4         = "0.0.0.0/0"
      ip_protocol       = "-1"
    }
    resource "aws_security_group" "data" {
      vpc_id = aws_vpc.main.id
      ingress {
        from_port       = 5432
        to_port         = 5432
        protocol        = "tcp"
        security_groups = [aws_security_group.web.id]
      }
    }
    resource "aws_instance" "web" {
      subnet_id              = aws_subnet.open.id
      vpc_security_group_ids = [aws_security_group.web.id]
    }
    resource "aws_db_subnet_group" "data" { subnet_ids = aws_subnet.closed[*].id }
    resource "aws_db_instance" "data" {
      engine                 = "postgres"
      db_subnet_group_name   = aws_db_subnet_group.data.name
      vpc_security_group_ids = [aws_security_group.data.id]
    }
    """

  private func model(_ text: String) throws -> CloudReach {
    let graph = ResourceGraph(
      ConfigurationSources(files: ["main.tf": text]), names: NetworkBook.computedNames)
    let book = try #require(try NetworkBook.shipped().first)
    return CloudReach(graph, book: book)
  }

  /// `from -> to: traffic`, sorted.
  private func lines(_ text: String, to: String? = nil) throws -> [String] {
    try model(text).passages(ReachFilter(to: to)).filter { !$0.traffic.isEmpty }
      .map { "\($0.from.name) -> \($0.to.name): \($0.traffic)" }.sorted()
  }

  private static let everywhere = "0.0.0.0-255.255.255.255"

  @Test func groupsRoutesAndAddressesDecide() throws {
    #expect(
      try lines(Self.network) == [
        "\(Self.everywhere) -> aws_instance.web: TCP 443",
        "aws_instance.web -> \(Self.everywhere): all",
        "aws_instance.web -> aws_db_instance.data: TCP 5432",
      ])
  }

  /// Each change takes something away or opens something; the rest stays as it was.
  @Test(arguments: [
    // No way out of the subnet.
    ("gateway_id = aws_internet_gateway.main.id", "gateway_id = \"local\"", false, true),
    // No address of the internet.
    ("map_public_ip_on_launch = true", "map_public_ip_on_launch = false", false, true),
    // Another group may not come in.
    ("security_groups = [aws_security_group.web.id]", "security_groups = []", true, false),
    // The port is another one than the database listens to.
    ("to_port         = 5432", "to_port         = 5431", true, false),
    ("from_port         = 443", "from_port         = 444", false, true),
  ])
  func whatIsTakenAwayStopsOneOfThem(
    text: String, instead: String, reachesWeb: Bool, reachesData: Bool
  ) throws {
    #expect(Self.network.contains(text))
    let found = try lines(Self.network.replacing(text, with: instead))
    #expect(found.contains { $0.hasPrefix("\(Self.everywhere) -> aws_instance.web") } == reachesWeb)
    #expect(found.contains { $0.hasPrefix("aws_instance.web -> aws_db_instance.data") } == reachesData)
  }

  @Test func aFilterAtTheBorderStopsByTheFirstRuleThatFits() throws {
    let filter = """

      resource "aws_network_acl" "closed" {
        vpc_id     = aws_vpc.main.id
        subnet_ids = aws_subnet.closed[*].id
        ingress {
          rule_no    = 200
          action     = "allow"
          protocol   = "-1"
          from_port  = 0
          to_port    = 0
          cidr_block = "0.0.0.0/0"
        }
        ingress {
          rule_no    = 100
          action     = "deny"
          protocol   = "tcp"
          from_port  = 5432
          to_port    = 5432
          cidr_block = "10.0.1.0/24"
        }
      }
      """
    #expect(try lines(Self.network + filter, to: "aws_db_instance.data").isEmpty)
    let later = filter.replacing("rule_no    = 100", with: "rule_no    = 300")
    #expect(try lines(Self.network + later, to: "aws_db_instance.data").count == 1)
  }

  @Test func aLoadBalancerListensWhereItsListenersDo() throws {
    let balancer = """

      resource "aws_lb" "front" {
        subnets         = [aws_subnet.open.id]
        security_groups = [aws_security_group.web.id]
      }
      resource "aws_lb_listener" "front" {
        load_balancer_arn = aws_lb.front.arn
        port              = 443
      }
      """
    #expect(
      try lines(Self.network + balancer, to: "aws_lb.front").contains(
        "\(Self.everywhere) -> aws_lb.front: TCP 443"))
    let inside = balancer.replacing("subnets         =", with: "internal = true\n  subnets         =")
    #expect(
      try !lines(Self.network + inside, to: "aws_lb.front").contains { $0.hasPrefix(Self.everywhere) })
  }

  @Test func peeredNetworksNeedARouteBack() throws {
    let other = """

      resource "aws_vpc" "other" { cidr_block = "10.1.0.0/16" }
      resource "aws_vpc_peering_connection" "both" {
        vpc_id      = aws_vpc.main.id
        peer_vpc_id = aws_vpc.other.id
      }
      resource "aws_subnet" "other" {
        vpc_id     = aws_vpc.other.id
        cidr_block = "10.1.1.0/24"
      }
      resource "aws_route_table" "other" { vpc_id = aws_vpc.other.id }
      resource "aws_route_table_association" "other" {
        subnet_id      = aws_subnet.other.id
        route_table_id = aws_route_table.other.id
      }
      resource "aws_route" "there" {
        route_table_id            = aws_route_table.other.id
        destination_cidr_block    = "10.0.0.0/16"
        vpc_peering_connection_id = aws_vpc_peering_connection.both.id
      }
      resource "aws_instance" "other" { subnet_id = aws_subnet.other.id }
      """
    let back = """

      resource "aws_route" "back" {
        route_table_id            = aws_route_table.open.id
        destination_cidr_block    = "10.1.0.0/16"
        vpc_peering_connection_id = aws_vpc_peering_connection.both.id
      }
      """
    let line = "aws_instance.other -> aws_instance.web: TCP 443"
    #expect(try !lines(Self.network + other).contains(line))
    #expect(try lines(Self.network + other + back).contains(line))
  }

  @Test func whatIsNotKnownIsSaidAndOpensNothing() throws {
    let text = Self.network.replacing(
      "subnet_id              = aws_subnet.open.id", with: "subnet_id = var.subnet")
    let found = try model("variable \"subnet\" { type = string }\n" + text)
    #expect(found.connections().isEmpty)
    #expect(found.notes.contains { $0.contains("aws_instance.web") && $0.contains("not in the files") })
  }

  @Test func aThousandResourcesAreDecidedQuickly() throws {
    let many = (0..<300).map { index in
      """

      resource "aws_instance" "more_\(index)" {
        subnet_id              = aws_subnet.open.id
        vpc_security_group_ids = [aws_security_group.web.id]
      }
      """
    }.joined()
    let found = try model(Self.network + many).connections()
    #expect(found.count > 300 * 299)
  }

  /// Every type that the book names is one of the provider's, and so is every argument that a path begins with.
  @Test func theBookNamesWhatThereIs() throws {
    let book = try #require(try NetworkBook.shipped().first)
    #expect(book.workloads.count > 20)
    for (type, workload) in book.workloads {
      #expect(!workload.subnets.isEmpty, "\(type)")
      #expect(CloudCatalog.current.cloud(ofType: type) != nil, "\(type)")
    }
  }
}
