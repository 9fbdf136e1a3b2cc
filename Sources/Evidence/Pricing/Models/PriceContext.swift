import HCL
import ResourceGraph

/// The resource whose price is computed, with what is around it.
struct PriceContext: Sendable {
  let book: PriceBook
  /// The day for which prices are asked: `2026-07-20`.
  let day: String
  let index: ResourceIndex
  let resource: Resource
  /// The name of the provider in the price book: `aws`.
  let provider: String
  let region: String
  let usage: UsageTable
  let bound: Usage.Bound
}
