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

  func move(to context: PriceContext, _ variables: [String: Value]) {
    state.withLock { $0 = (context, variables) }
  }
}
