/// What the person says about models for one run.
package struct ModelRunOptions: Sendable {
  /// What is done with answers of earlier runs.
  package enum Cache: String, Sendable, Codable {
    case use
    /// Nothing is looked up and nothing is kept.
    case off
    /// Only what is there: nothing live is asked.
    case only
  }

  /// `provider/model` or `handbook` for every agent; nil for what the crew or the environment says.
  package var model: String?
  package var cache: Cache
  /// A cassette to record on; nil for none.
  package var record: String?
  /// A cassette to play instead of asking; nil for none.
  package var replay: String?
  /// Whether a model without a price may be asked.
  package var allowsUnpriced: Bool

  package init(
    model: String? = nil, cache: Cache = .use, record: String? = nil, replay: String? = nil,
    allowsUnpriced: Bool = false
  ) {
    self.model = model
    self.cache = cache
    self.record = record
    self.replay = replay
    self.allowsUnpriced = allowsUnpriced
  }
}
