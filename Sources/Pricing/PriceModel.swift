import HCL

/// What one resource type is billed for, as `Data/*.hcl` says.
struct PriceModel: Sendable {
  struct Component: Sendable {
    var name: String
    var unit: String
    var when: HCLExpression?
    var quantity: HCLExpression?
    var price: HCLExpression
    var isUsage: Bool
  }

  var components: [Component]
}
