import Experts
import Basics
import Vocabulary

/// Evidence as a model reads it: one JSON document with the ids that an objection has to name.
struct EvidenceDocument {
  private static let (mostFindings, mostPrices) = (12, 20)

  let text: String

  init(_ evidence: Evidence) {
    // What passes is said by its absence; the gravest come first, because what is long is read carelessly and paid for.
    let failing = evidence.findings.filter { $0.outcome == .fail }.sorted {
      $0.severity == $1.severity ? $0.id < $1.id : $0.severity > $1.severity
    }
    let findings = failing.prefix(Self.mostFindings).map { finding -> JSONValue in
      [
        "id": .string(finding.id), "severity": .string(finding.severity.rawValue),
        "category": .string(finding.category.rawValue),
        "summary": .string(finding.summary), "evidence": .string(finding.evidence),
        "remedy": .string(finding.remedy),
      ]
    }
    let priced = evidence.price.resources.filter { $0.status != .free }
      .sorted { ($0.monthly ?? .infinity, $1.address) > ($1.monthly ?? .infinity, $0.address) }
    let prices = priced.prefix(Self.mostPrices).map {
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
        JSONMember("more_findings", value: .integer(failing.count - findings.count)),
        JSONMember("monthly", value: .number(evidence.price.monthly)),
        JSONMember("prices", value: .array(Array(prices))),
        JSONMember("more_prices", value: .integer(priced.count - prices.count)),
        JSONMember("requirements", value: .array(coverage)),
      ]).compact
  }
}
