import Basics

/// SKUs of a service of Google Cloud, as its billing catalogue lists them.
enum GoogleDocument {
  static func read(_ json: JSONValue, path: String) throws -> PriceImport {
    var made = PriceImport(form: "Google Cloud SKUs")
    for (index, sku) in (json["skus"]?.array ?? []).enumerated() {
      guard let description = sku["description"]?.string,
        let service = sku["category"]?["serviceDisplayName"]?.string
      else {
        throw PriceImport.fault(
          path, line: 1, detail: "SKU \(index) has no \"description\" or \"serviceDisplayName\".")
      }
      let pricing = sku["pricingInfo"]?.array?.last
      let usage = sku["category"]?["usageType"]?.string ?? "OnDemand"
      guard usage == "OnDemand", let expression = pricing?["pricingExpression"] else {
        made.skipped += 1
        continue
      }
      for rate in expression["tieredRates"]?.array ?? [] {
        let money = rate["unitPrice"]
        let units = money?["units"]?.string.flatMap { Double(finite: $0) } ?? money?["units"]?.double ?? 0
        let price = units + (money?["nanos"]?.double ?? 0) / 1_000_000_000
        let start = rate["startUsageAmount"]?.double ?? 0
        for region in (sku["serviceRegions"]?.array ?? []).compactMap(\.string) {
          made.facts.append(
            PriceFact(
              provider: PriceImport.provider(ofList: "billing-skus"),
              service: service.lowercased().filter { $0.isLetter || $0.isNumber },
              region: region,
              key: start == 0 ? description : "\(description)/from-\(JSONValue.number(start).compact)",
              unit: expression["usageUnit"]?.string ?? "", price: price,
              date: String((pricing?["effectiveTime"]?.string ?? "").prefix(10)),
              source: "Google Cloud SKUs: \(PriceImport.name(path))"))
        }
      }
    }
    return made
  }
}
