import Basics
import Pricing

/// Writes facts of the price book.
enum PriceOutput {
  static func facts(_ facts: [PriceFact], _ format: OutputFormat) throws {
    switch format {
    case .json: Console.output(try JSONValue(encoding: facts).pretty)
    case .text:
      for fact in facts {
        Console.output(
          "\(fact.provider)/\(fact.service)/\(fact.key)  \(fact.region)  $\(JSONValue.number(fact.price).compact) "
            + "per \(fact.unit)  (\(fact.date), \(fact.source))\n")
      }
    }
  }

  static func derived(_ fact: PriceFact, _ price: Double, _ region: String, _ format: OutputFormat) {
    switch format {
    case .json:
      let members: JSONValue = [
        "provider": .string(fact.provider), "service": .string(fact.service), "key": .string(fact.key),
        "region": .string(region), "unit": .string(fact.unit), "price": .number(price),
        "date": .string(fact.date),
        "source": .string("\(fact.source), times the factor of the region to \(fact.region)"),
      ]
      Console.output(JSONValue.array([members]).pretty)
    case .text:
      Console.output(
        "\(fact.provider)/\(fact.service)/\(fact.key)  \(region)  $\(JSONValue.number(price).compact) per \(fact.unit)"
          + "  (\(fact.date), \(fact.source), times the factor of the region to \(fact.region))\n")
    }
  }
}
