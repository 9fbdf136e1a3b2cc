import HCL
import Synchronization

/// Which resource a price model is evaluated for at the moment. Functions are made once for an estimate and look here, so
/// that a graph of thousands of resources does not make them thousands of times.
final class PricePlace: Sendable {
  private let state: Mutex<(context: PriceContext, variables: [String: Value])>

  init(_ context: PriceContext) {
    state = Mutex((context, [:]))
  }

  var context: PriceContext { state.withLock { $0.context } }
  /// What functions of the models see beside their parameters.
  var variables: [String: Value] { state.withLock { $0.variables } }

  /// Remembers that a price of a service is another region's times a factor.
  func noteFactor(_ service: String) { factored.withLock { _ = $0.insert(service) } }

  /// The services so noted since the last time it was asked, sorted.
  func takeFactored() -> [String] {
    factored.withLock { services in
      defer { services = [] }
      return services.sorted()
    }
  }

  private let factored = Mutex<Set<String>>([])

  func move(to context: PriceContext, _ variables: [String: Value]) {
    state.withLock { $0 = (context, variables) }
  }
}
