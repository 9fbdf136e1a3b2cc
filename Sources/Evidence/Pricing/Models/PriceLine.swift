import HCL
import Vocabulary

/// One component as a model computed it, before it is known what is missing.
struct PriceLine {
  var group: String?
  var name: String
  var unit: String
  var quantity: Value
  var price: Value
  /// Whether a quantity that is not given means that it depends on the use.
  var isUsage: Bool

  /// What is estimated for it; nil where nothing of it is used.
  var component: PriceEstimate.Component? {
    func made(_ quantity: Double?, price: Double?, status: PriceEstimate.Status, reason: String? = nil)
      -> PriceEstimate.Component
    {
      let monthly = status == .priced ? (quantity ?? 0) * (price ?? 0) : nil
      return PriceEstimate.Component(
        name: name, quantity: quantity, unit: unit, unitPrice: price,
        monthly: monthly.map { ($0 * 10_000).rounded() / 10_000 }, status: status, group: group,
        reason: reason)
    }
    let amount = quantity.number
    if amount == 0 { return nil }
    if let amount, let price = price.number, !(amount * price * 10_000).isFinite {
      return made(nil, price: price, status: .unpriced, reason: "its quantity is too large for a sum")
    }
    guard let price = price.number else {
      return made(amount, price: nil, status: .unpriced, reason: "no price is known")
    }
    if let amount { return made(amount, price: price, status: .priced) }
    if isUsage, !quantity.isUnknown { return made(nil, price: price, status: .usage) }
    return made(nil, price: price, status: .unpriced, reason: "its quantity is not known before apply")
  }
}
