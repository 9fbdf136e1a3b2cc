import Basics

/// Why the price book cannot be used: a fault of its own data, never of a draft.
package typealias PricingError = RoomError<PricingErrorCode>

/// The stable codes of `PricingError`.
package enum PricingErrorCode: String, ErrorCode, Codable {
  case badFact = "pricing.bad-fact"
  case badModel = "pricing.bad-model"
}
