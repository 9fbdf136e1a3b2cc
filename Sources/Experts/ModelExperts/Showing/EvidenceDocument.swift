import Experts
import Basics
import Vocabulary

/// Evidence as a model reads it: one JSON document with the ids that an objection has to name.
struct EvidenceDocument {
  let text: String

  init(_ evidence: Evidence) {
    let findings = evidence.findings.prefix(60).map { finding -> JSONValue in
      [
        "id": .string(finding.id), "severity": .string(finding.severity.rawValue),
        "category": .string(finding.category.rawValue), "outcome": .string(finding.outcome.rawValue),
        "summary": .string(finding.summary), "evidence": .string(finding.evidence),
        "remedy": .string(finding.remedy),
      ]
    }
    let prices = evidence.price.resources.filter { $0.status != .free }.prefix(60).map {
      resource -> JSONValue in
      [
        "address": .string(resource.address), "status": .string(resource.status.rawValue),
        "monthly": resource.monthly.map(JSONValue.number) ?? .null,
      ]
    }
    let coverage = evidence.coverage.map { coverage -> JSONValue in
      [
        "id": .string(coverage.requirement), "status": .string(coverage.status.rawValue),
        "reason": .string(coverage.reason),
      ]
    }
    let stages = evidence.validation.map { stage -> JSONValue in
      [
        "stage": .string(stage.stage), "status": .string(stage.status.rawValue),
        "detail": .string(String(stage.detail.prefix(1500))),
      ]
    }
    text =
      JSONValue.object([
        JSONMember("validation", value: .array(stages)),
        JSONMember("findings", value: .array(Array(findings))),
        JSONMember("monthly", value: .number(evidence.price.monthly)),
        JSONMember("prices", value: .array(Array(prices))),
        JSONMember("requirements", value: .array(coverage)),
      ]).compact
  }
}
