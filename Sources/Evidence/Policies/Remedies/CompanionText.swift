/// A companion resource as text with marks for what differs from resource to resource.
enum CompanionText {
  static let address = "{{address}}"
  static let label = "{{label}}"

  static func filled(_ text: String, address: String, label: String) -> String {
    text.replacing(Self.address, with: address).replacing(Self.label, with: label)
  }
}
