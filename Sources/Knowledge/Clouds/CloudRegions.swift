/// What the cloud calls a region.
package struct CloudRegions: Hashable, Sendable {
  /// Where prices and drafts are for when nothing names a region.
  package let reference: String
  /// Variables of the environment that name a region, the first that is set counts.
  package let variables: [String]
  /// The expression that a region's name matches whole; nil where any word may be one.
  package let form: String?
}
