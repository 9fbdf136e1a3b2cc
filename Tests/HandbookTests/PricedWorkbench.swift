import Basics
import Vocabulary

import Experts
@testable import Handbook

/// A workbench with a handful of prices and rules, read from the text line by line: enough for a negotiation.
struct PricedWorkbench: Workbench {
  private static let prices: [String: Double] = [
    "aws_nat_gateway": 35, "aws_lb": 18, "t4g.micro": 7, "t4g.small": 13, "t4g.medium": 27, "m7g.large": 65,
    "db.t4g.micro": 13, "db.t4g.small": 26, "db.t4g.medium": 52, "db.t4g.large": 104, "db.m7g.large": 135,
    "aws_kms_key": 1,
  ]

  private struct Block {
    var type: String
    var name: String
    var lines: [String: String]

    var address: String { "\(type).\(name)" }
    var count: Double { lines["count"].flatMap({ Double(finite: $0) }) ?? 1 }
  }

  func examine(_ files: [Artifact], brief: Brief) -> Evidence {
    let blocks = files.flatMap { Self.blocks($0.content) }
    return Evidence(
      validation: [ValidationStage(stage: "syntax", tool: "consilium", status: .passed, detail: "")],
      findings: blocks.flatMap(findings),
      price: PriceEstimate(priceBookDate: "2026-01-01", resources: blocks.compactMap(price)),
      coverage: brief.requirements.map { coverage($0, blocks) })
  }

  func remedy(_ finding: Finding, in files: [Artifact]) -> Remedied? {
    guard finding.rule == "LB-HEADERS" else { return nil }
    let changed = files.map { file in
      Artifact(
        path: file.path,
        content: file.content.replacing(
          "drop_invalid_header_fields = true", with: "drop_invalid_header_fields = \"strict\""))
    }
    return changed == files ? nil : Remedied(files: changed, change: "Header fields are checked strictly.")
  }

  func formatted(_ files: [Artifact]) -> [Artifact] { files }

  private func findings(_ block: Block) -> [Finding] {
    var found: [Finding] = []
    func add(_ rule: String, _ severity: Severity, _ category: Finding.Category, _ attribute: String) {
      found.append(
        Finding(
          rule: rule, severity: severity, category: category, address: block.address, summary: "Rule \(rule)",
          evidence: "\(attribute) is \(block.lines[attribute] ?? "not set")", remedy: "Set \(attribute)."))
    }
    if block.type == "aws_db_instance" {
      if block.lines["multi_az"] == "false" { add("RDS-MULTI-AZ", .medium, .reliability, "multi_az") }
      if block.lines["kms_key_id"] == nil { add("RDS-KEY", .high, .security, "kms_key_id") }
    }
    if block.type == "aws_lb", block.lines["drop_invalid_header_fields"] == "true" {
      add("LB-HEADERS", .medium, .security, "desync")
    }
    return found
  }

  private func price(_ block: Block) -> PriceEstimate.Resource? {
    let size = block.lines["instance_class"] ?? block.lines["instance_type"]
    let base = size.flatMap { Self.prices[$0.filter { $0 != "\"" }] } ?? Self.prices[block.type]
    guard let base else { return nil }
    let copies = block.count * (block.lines["multi_az"] == "true" ? 2 : 1)
    return PriceEstimate.Resource(
      address: block.address, type: block.type, status: .priced, monthly: base * copies)
  }

  private func coverage(_ requirement: Requirement, _ blocks: [Block]) -> Coverage {
    guard let check = requirement.check else {
      return Coverage(requirement: requirement.id, status: .unknown, reason: "no check")
    }
    let isMet = check.all.allSatisfy { expectation in
      blocks.contains { block in
        guard expectation.types.contains(block.type) else { return false }
        guard let condition = expectation.condition, condition.contains("multi_az") else { return true }
        return block.lines["multi_az"] == (condition.contains("== true") ? "true" : "false")
      }
    }
    return Coverage(
      requirement: requirement.id, status: isMet ? .met : .unmet, reason: isMet ? "" : "none found")
  }

  private static func blocks(_ text: String) -> [Block] {
    var blocks: [Block] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("resource \"") {
        let words = line.split(separator: "\"").map(String.init)
        blocks.append(Block(type: words[1], name: words[3], lines: [:]))
      } else if let equals = line.firstIndex(of: "="), !blocks.isEmpty {
        let key = line[..<equals].filter { $0 != " " }
        blocks[blocks.count - 1].lines[key] =
          line[line.index(after: equals)...].trimmingPrefix(" ").description
      }
    }
    return blocks
  }
}
