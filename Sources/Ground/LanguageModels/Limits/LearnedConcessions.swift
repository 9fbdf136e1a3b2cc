import Synchronization

/// What servers refused in this process, so that each is asked the wrong way once.
final class LearnedConcessions: Sendable {
  private struct Place: Hashable {
    let address: String
    let model: ModelName
  }

  private let learned = Mutex<[Place: [Concession]]>([:])

  /// In the order in which they were learned.
  func concessions(_ settings: ModelSettings) -> [Concession] {
    learned.withLock { $0[Self.place(settings)] ?? [] }
  }

  func learn(_ concession: Concession, of settings: ModelSettings) {
    learned.withLock { learned in
      if learned[Self.place(settings)]?.contains(concession) != true {
        learned[Self.place(settings), default: []].append(concession)
      }
    }
  }

  private static func place(_ settings: ModelSettings) -> Place {
    Place(address: settings.provider.baseAddress, model: settings.name)
  }
}
