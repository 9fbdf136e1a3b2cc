import ResourceGraph
import Testing
import Vocabulary

@testable import Evidence

/// Who alone gets to a database, by the networks of a configuration.
struct AccessClaimTests {
  private static let files = """
    variable "office" { type = string }
    resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
    resource "aws_subnet" "main" {
      vpc_id     = aws_vpc.main.id
      cidr_block = "10.0.1.0/24"
    }
    resource "aws_security_group" "web" { vpc_id = aws_vpc.main.id }
    resource "aws_vpc_security_group_egress_rule" "web" {
      security_group_id = aws_security_group.web.id
      cidr_ipv4         = "10.0.0.0/16"
      ip_protocol       = "-1"
    }
    resource "aws_security_group" "data" { vpc_id = aws_vpc.main.id }
    resource "aws_vpc_security_group_ingress_rule" "data" {
      security_group_id            = aws_security_group.data.id
      referenced_security_group_id = aws_security_group.web.id
      ip_protocol                  = "tcp"
      from_port                    = 5432
      to_port                      = 5432
    }
    resource "aws_instance" "web" {
      subnet_id              = aws_subnet.main.id
      vpc_security_group_ids = [aws_security_group.web.id]
    }
    resource "aws_db_subnet_group" "data" { subnet_ids = [aws_subnet.main.id] }
    resource "aws_db_instance" "data" {
      engine                 = "postgres"
      db_subnet_group_name   = aws_db_subnet_group.data.name
      vpc_security_group_ids = [aws_security_group.data.id]
    }
    """

  private func coverage(_ text: String, types: String = "\"aws_instance\"") throws -> Coverage {
    let requirement = Requirement(
      id: "REQ-1", text: "only the web server reaches it",
      check: RequirementCheck(all: [
        ResourceExpectation(
          types: ["aws_db_instance"], condition: "reached_only_from(\"_\", \(types))", each: true)
      ]))
    let files = [Artifact(path: ArtifactFormat.openTofu.path(of: "main.tf"), content: text)]
    let found = OfflineChecks.coverage(of: files, brief: Brief(title: "", requirements: [requirement]))
    return try #require(found.first)
  }

  @Test func theRightOneAloneIsMet() throws {
    let found = try coverage(Self.files)
    #expect(found.status == .met)
    #expect(found.reason.contains("Only aws_instance.web gets to aws_db_instance.data"))
    #expect(found.places?.first?.hasSuffix("main.tf:26") == true)
  }

  @Test func anotherOneIsTheCounterexample() throws {
    let found = try coverage(Self.files, types: "\"aws_lambda_function\"")
    #expect(found.status == .unmet)
    #expect(found.reason.contains("aws_instance.web gets to aws_db_instance.data as well"))
  }

  /// A block of addresses that is given when it is applied may be anybody's.
  @Test func aRuleThatIsNotKnownLeavesItOpen() throws {
    let open = """

      resource "aws_vpc_security_group_ingress_rule" "office" {
        security_group_id = aws_security_group.data.id
        cidr_ipv4         = var.office
        ip_protocol       = "tcp"
        from_port         = 5432
        to_port           = 5432
      }
      """
    let found = try coverage(Self.files + open)
    #expect(found.status == .unknown)
    #expect(
      try coverage(Self.files + open.replacing("security_group.data", with: "security_group.web")).status
        == .met)
  }

  /// Of one port alone, whoever gets to another does not count; a block of addresses may be the one that is meant.
  @Test(arguments: [
    ("203.0.113.0/24", "22", Coverage.Status.met), ("203.0.113.0/24", "", .unmet),
    ("198.51.100.0/24", "22", .unmet),
  ])
  func aBlockOfAddressesOnOnePort(block: String, port: String, status: Coverage.Status) throws {
    let text = """
      resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
      resource "aws_internet_gateway" "main" { vpc_id = aws_vpc.main.id }
      resource "aws_subnet" "main" {
        vpc_id     = aws_vpc.main.id
        cidr_block = "10.0.1.0/24"
      }
      resource "aws_route_table" "main" {
        vpc_id = aws_vpc.main.id
        route {
          cidr_block = "0.0.0.0/0"
          gateway_id = aws_internet_gateway.main.id
        }
      }
      resource "aws_route_table_association" "main" {
        subnet_id      = aws_subnet.main.id
        route_table_id = aws_route_table.main.id
      }
      resource "aws_security_group" "jump" {
        vpc_id = aws_vpc.main.id
        ingress {
          from_port   = 22
          to_port     = 22
          protocol    = "tcp"
          cidr_blocks = ["203.0.113.0/24"]
        }
        ingress {
          from_port   = 443
          to_port     = 443
          protocol    = "tcp"
          cidr_blocks = ["0.0.0.0/0"]
        }
      }
      resource "aws_instance" "jump" {
        subnet_id                   = aws_subnet.main.id
        associate_public_ip_address = true
        vpc_security_group_ids      = [aws_security_group.jump.id]
      }
      """
    let asked = port.isEmpty ? "" : ", \"port:\(port)\""
    let requirement = Requirement(
      id: "REQ-1", text: "SSH only from the office",
      check: RequirementCheck(all: [
        ResourceExpectation(
          types: ["aws_instance"], condition: "reached_only_from(\"_\", \"\(block)\"\(asked))", each: true)
      ]))
    let files = [Artifact(path: ArtifactFormat.openTofu.path(of: "main.tf"), content: text)]
    let found = OfflineChecks.coverage(of: files, brief: Brief(title: "", requirements: [requirement]))
    #expect(found.first?.status == status, "\(found.first?.reason ?? "")")
  }
}
