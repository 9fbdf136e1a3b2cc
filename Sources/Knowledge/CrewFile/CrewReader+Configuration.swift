import Basics
import StrictYAML
import Vocabulary

extension CrewReader {
  /// `consilium.yaml`.
  mutating func configuration(_ root: YAMLNode) -> OwnConfiguration {
    // A file of comments alone says nothing.
    if root.json.isNull { return OwnConfiguration() }
    let top = fields(root, place: "the configuration", allowed: CrewKeys.configuration)
    let keys = top["trusted_keys"]
    if let keys, keys.text?.hasPrefix("/") != true {
      report(
        keys, summary: "Wrong value", detail: "'trusted_keys' is the absolute path of a file\(seen(keys)).")
    }
    return OwnConfiguration(
      approvals: top["approvals"].map { approvals($0) }, trustedKeys: keys?.text,
      variables: names(top["variables"], name: "variables"),
      addresses: names(top["addresses"], name: "addresses"), sources: names(top["sources"], name: "sources"),
      discounts: list(top["discounts"], name: "discounts").compactMap { discount($0) })
  }

  /// `{service: ec2, region: eu-*, percent: 12}`; without a region it is of all.
  private mutating func discount(_ node: YAMLNode) -> PriceDiscount? {
    let block = fields(node, place: "a discount", allowed: CrewKeys.discount)
    guard let service = block["service"]?.text, !service.isEmpty,
      let percent = number(block["percent"], name: "percent", range: 0.001...99.999)
    else {
      if block["service"]?.text?.isEmpty ?? true || block["percent"] == nil {
        report(node, summary: "Missing key", detail: "A discount has a 'service' and a 'percent'.")
      }
      return nil
    }
    return PriceDiscount(service: service, region: block["region"]?.text ?? "*", percent: percent)
  }

  /// Who has to approve, and the strict default for what is not said.
  private mutating func approvals(_ node: YAMLNode) -> ApprovalRules {
    var rules = ApprovalRules()
    let block = fields(node, place: "approvals", allowed: CrewKeys.approvals)
    if let value = flag(block["self"], name: "self") { rules.allowsSelf = value }
    if let value = flag(block["one_login"], name: "one_login") { rules.allowsOneLogin = value }
    if let value = integer(block["at_risk"], name: "at_risk", range: 1...5) { rules.approversAtRisk = value }
    if let value = number(block["price_threshold"], name: "price_threshold", range: 0...1_000_000_000) {
      rules.priceThreshold = value
    }
    return rules
  }
}
