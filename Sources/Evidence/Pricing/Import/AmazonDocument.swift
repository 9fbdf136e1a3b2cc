import Basics

/// A bulk offer file of AWS as JSON, or the answer of `aws pricing get-products`.
enum AmazonDocument {
  static func read(_ json: JSONValue, path: String) throws -> PriceImport {
    var made = PriceImport(form: json["PriceList"] == nil ? "AWS offer file" : "AWS get-products answer")
    if let list = json["PriceList"]?.array {
      for (index, entry) in list.enumerated() {
        let product = try entry.string.map { try parsed($0, index: index, path: path) } ?? entry
        let service = product["serviceCode"]?.string ?? ""
        add(
          product["product"] ?? .null, offers: product["terms"]?["OnDemand"], service: service, path: path,
          to: &made)
      }
      return made
    }
    let service = json["offerCode"]?.string ?? ""
    let terms = Dictionary(
      (json["terms"]?["OnDemand"]?.object ?? []).map { ($0.key, $0.value) }
    ) { first, _ in first }
    for product in json["products"]?.object ?? [] {
      add(product.value, offers: terms[product.key], service: service, path: path, to: &made)
    }
    return made
  }

  private static func parsed(_ text: String, index: Int, path: String) throws -> JSONValue {
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw PriceImport.fault(
        path, line: 1, detail: "Entry \(index) of \"PriceList\" is not JSON: \(error)")
    }
  }

  private static func add(
    _ json: JSONValue, offers: JSONValue?, service: String, path: String, to made: inout PriceImport
  ) {
    let attributes = Dictionary(
      (json["attributes"]?.object ?? []).map { ($0.key.lowercased(), $0.value.string ?? "") }
    ) { first, _ in first }
    let code = service.isEmpty ? attributes["servicecode"] ?? "" : service
    let product = AmazonProduct(service: code, attributes: attributes)
    guard let key = product.key, let region = product.region, let offers = offers?.object, !offers.isEmpty
    else {
      made.skipped += 1
      return
    }
    for offer in offers {
      let date = String((offer.value["effectiveDate"]?.string ?? "").prefix(10))
      for dimension in offer.value["priceDimensions"]?.object ?? [] {
        guard let price = dimension.value["pricePerUnit"]?["USD"]?.string.flatMap({ Double(finite: $0) })
        else {
          made.skipped += 1
          continue
        }
        let start = dimension.value["beginRange"]?.string.flatMap { Double(finite: $0) } ?? 0
        made.facts.append(
          PriceFact(
            provider: PriceImport.provider(ofList: "offer-file"), service: product.name, region: region,
            key: start == 0 ? key : "\(key)/from-\(JSONValue.number(start).compact)",
            unit: dimension.value["unit"]?.string ?? "", price: price, date: date,
            source: "AWS price list: \(PriceImport.name(path))"))
      }
    }
  }
}
