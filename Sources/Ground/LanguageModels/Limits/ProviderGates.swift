import Synchronization

/// Every way to a provider of this process, one for each address and key.
package final class ProviderGates: Sendable {
  /// The process's own.
  package static let shared = ProviderGates()

  /// What the providers refused.
  let concessions = LearnedConcessions()
  private let gates = Mutex<[ProviderSettings: ProviderGate]>([:])

  package init() {}

  func gate(_ settings: ProviderSettings) -> ProviderGate {
    gates.withLock { gates in
      if let gate = gates[settings] { return gate }
      let gate = ProviderGate(name: settings.name, limits: settings.limits)
      gates[settings] = gate
      return gate
    }
  }
}
