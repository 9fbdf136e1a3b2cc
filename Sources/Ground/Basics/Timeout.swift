/// Runs `body` for at most `limit`; past it the body is cancelled and `error` is thrown.
///
/// The body has to heed cancellation: this returns only when the body has.
package func withTimeout<Value: Sendable>(
  _ limit: Duration, error: any Error, body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value?.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: limit)
      return nil
    }
    defer { group.cancelAll() }
    guard let first = try await group.next(), let value = first else { throw error }
    return value
  }
}
