import Services
import Synchronization

/// The price book, read once: what is imported while a server runs counts when it is started again.
final class PriceShelf: Sendable {
  private let known = Mutex<PriceService?>(nil)

  func service(_ installation: Installation) throws -> PriceService {
    try known.withLock { known in
      if let known { return known }
      let service = try PriceService(installation: installation)
      known = service
      return service
    }
  }
}
