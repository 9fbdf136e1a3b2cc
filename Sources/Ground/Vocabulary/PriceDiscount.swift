/// What was agreed with a cloud: a part off the list price of a service, in some regions.
package struct PriceDiscount: Hashable, Sendable, Codable {
  /// As the price book names it, `ec2` or `azure/vm`; `*` for all, `azure/*` for all of one cloud.
  package var service: String
  /// `eu-central-1`, `eu-*` or `*`.
  package var region: String
  /// Of the list price, above 0 and below 100.
  package var percent: Double

  package init(service: String, region: String, percent: Double) {
    self.service = service
    self.region = region
    self.percent = percent
  }

  /// Whether it is about a service in a region; what a service is sold with, such as its `-options`, belongs to it.
  package func covers(service name: String, region place: String) -> Bool {
    (Self.matches(service, text: name) || name == "\(service)-options") && Self.matches(region, text: place)
  }

  private static func matches(_ pattern: String, text: String) -> Bool {
    pattern.hasSuffix("*") ? text.hasPrefix(pattern.dropLast()) : pattern == text
  }
}

extension PriceDiscount: CustomStringConvertible {
  /// `12 % off ec2 in eu-*`.
  package var description: String {
    let number = percent == percent.rounded() ? String(percent.description.dropLast(2)) : percent.description
    return "\(number) % off \(service == "*" ? "everything" : service)\(region == "*" ? "" : " in \(region)")"
  }
}
