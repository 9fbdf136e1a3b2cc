import Basics

/// A page of Azure Retail Prices.
enum AzureDocument {
  static func read(_ json: JSONValue, path: String) throws -> PriceImport {
    var made = PriceImport(form: "Azure Retail Prices")
    for (index, item) in (json["Items"]?.array ?? []).enumerated() {
      guard item["type"]?.string ?? "Consumption" == "Consumption",
        item["currencyCode"]?.string ?? "USD" == "USD",
        let region = item["armRegionName"]?.string, !region.isEmpty
      else {
        made.skipped += 1
        continue
      }
      guard let price = item["retailPrice"]?.double, let service = item["serviceName"]?.string else {
        throw PriceImport.fault(
          path, line: 1, detail: "Item \(index) has no \"retailPrice\" or \"serviceName\".")
      }
      let start = item["tierMinimumUnits"]?.double ?? 0
      let (name, key) = place(item, service: service)
      made.facts.append(
        PriceFact(
          provider: PriceImport.provider(ofList: "retail-prices"), service: name, region: region,
          key: start == 0 ? key : "\(key)/from-\(JSONValue.number(start).compact)",
          unit: item["unitOfMeasure"]?.string ?? "", price: price,
          date: String((item["effectiveStartDate"]?.string ?? "").prefix(10)),
          source: "Azure Retail Prices: \(PriceImport.name(path))"))
    }
    return made
  }

  /// Virtual machines go by the key that price models ask for; the rest by product, SKU and meter.
  private static func place(_ item: JSONValue, service: String) -> (service: String, key: String) {
    let product = item["productName"]?.string ?? ""
    let sku = item["skuName"]?.string ?? ""
    if service == "Virtual Machines", let size = item["armSkuName"]?.string, !size.isEmpty,
      !sku.contains("Spot"), !sku.contains("Low Priority")
    {
      return ("vm", "\(product.contains("Windows") ? "windows" : "linux")/\(size)")
    }
    let name = service.lowercased().filter { $0.isLetter || $0.isNumber }
    return (name, "\(product)/\(sku)/\(item["meterName"]?.string ?? "")")
  }
}
