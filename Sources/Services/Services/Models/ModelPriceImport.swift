/// What was taken over of a list of prices.
package struct ModelPriceImport: Sendable {
  /// How many models of each provider.
  package let models: [String: Int]
  /// Entries that were not: of providers that are not known here, of models that do not converse, or without a price.
  package let leftOut: Int
}
