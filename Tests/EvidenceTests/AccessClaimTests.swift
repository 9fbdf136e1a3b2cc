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
}
