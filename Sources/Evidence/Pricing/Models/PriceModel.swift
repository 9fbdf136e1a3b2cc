import HCL

/// What one resource type is billed for, as `Data/models` says.
struct PriceModel: Sendable {
  /// Which parts of a usage file the type knows: `monthly_requests`, `standard.storage_gb`, `regions.*`.
  var usage: UsageKeys
  /// Names for parts of the calculation, in the order they are computed.
  var locals: [(name: String, value: HCLExpression)]
  /// A list, nested as it likes, of what `fixed`, `used`, `tiers` and `group` make; null is left out.
  var components: HCLExpression
  /// Whether it has no block in a configuration and is there because the usage file names it.
  var isSynthetic = false
}

/// A function that the models of a provider share.
struct ModelFunction: Sendable {
  var name: String
  var parameters: [String]
  var result: HCLExpression
}
