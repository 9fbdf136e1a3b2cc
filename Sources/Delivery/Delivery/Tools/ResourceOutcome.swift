/// What an apply did to one resource.
package struct ResourceOutcome: Sendable, Hashable, Codable {
  package enum Status: String, Sendable, Codable {
    /// The tool reported its end.
    case done
    case failed
    /// Begun, and no end was reported.
    case unknown
    /// Never begun, because something before it failed.
    case skipped
  }

  package var address: String
  package var action: String
  package var status: Status
  /// Whole seconds, as the tool counts them.
  package var seconds: Int
  /// Whether the state read afterwards agrees; nil where it was not read.
  package var isConfirmed: Bool?

  package init(
    address: String, action: String, status: Status, seconds: Int = 0, isConfirmed: Bool? = nil
  ) {
    self.address = address
    self.action = action
    self.status = status
    self.seconds = seconds
    self.isConfirmed = isConfirmed
  }

  /// A planned change that was never begun.
  init(skipped change: PlannedChange) {
    self.init(address: change.address, action: change.action.rawValue, status: .skipped)
  }
}
