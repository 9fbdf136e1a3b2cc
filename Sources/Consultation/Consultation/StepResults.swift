import Basics
import Synchronization

/// What the steps of one consultation gave, each decoded once however many later steps read it. What a key holds does
/// not change once it is there, so whoever reads it first may decode it for all.
final class StepResults: Sendable {
  private let decoded = Mutex<[String: any Sendable]>([:])

  func value<Value: Decodable & Sendable>(_ result: JSONValue, of key: String, as type: Value.Type) throws
    -> Value
  {
    if let known = decoded.withLock({ $0[key] }) as? Value { return known }
    let value = try result.decoded(as: type)
    decoded.withLock { $0[key] = value }
    return value
  }
}
