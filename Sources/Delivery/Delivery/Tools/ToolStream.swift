import Basics
import Masking
import Synchronization

/// A tool's `-json` stream as it comes: passes progress on, and remembers what happened to each resource and what went
/// wrong. Keys it does not know are left alone; a new major version of the stream is an error.
final class ToolStream: Sendable {
  private struct Record {
    var outcomes: [String: ResourceOutcome] = [:]
    var order: [String] = []
    var errors: [String] = []
    var foreignVersion: String?
  }

  private let record = Mutex(Record())
  private let mask: SecretMask
  private let progress: ProgressObserver

  init(mask: SecretMask, progress: @escaping ProgressObserver) {
    self.mask = mask
    self.progress = progress
  }

  func take(_ line: String) {
    guard let message = JSONValue.document(line) else {
      // Before the stream begins a tool complains in plain words.
      if !line.isEmpty { record.withLock { $0.errors.append(mask.masked(line)) } }
      return
    }
    switch message["type"]?.string {
    case "version":
      let version = message["ui"]?.string ?? ""
      if version.prefix(while: { $0 != "." }) != "1" { record.withLock { $0.foreignVersion = version } }
    case "diagnostic": diagnostic(message)
    case "planned_change":
      tell(message["change"], phase: .planned, detail: message["change"]?["action"]?.string ?? "")
    case "refresh_start": tell(message["hook"], phase: .refreshing, detail: "")
    case "refresh_complete": tell(message["hook"], phase: .refreshed, detail: "")
    case "apply_start": outcome(message, status: .unknown, phase: .started)
    case "apply_progress": tell(message["hook"], phase: .working, detail: seconds(message))
    case "apply_complete": outcome(message, status: .done, phase: .done)
    case "apply_errored": outcome(message, status: .failed, phase: .failed)
    default: break
    }
  }

  /// Each resource that was begun, in that order.
  var outcomes: [ResourceOutcome] {
    record.withLock { record in record.order.compactMap { record.outcomes[$0] } }
  }

  /// What the tool said of its failure, secrets masked, at most 8,000 characters.
  var failures: String {
    record.withLock { record in
      record.errors.isEmpty
        ? "The tool gave no reason." : String(record.errors.joined(separator: "\n").prefix(8000))
    }
  }

  /// Throws where the stream is of a version whose meaning is not known.
  func checkVersion() throws {
    guard let version = record.withLock({ $0.foreignVersion }) else { return }
    throw DeliveryError(
      .planFailed, summary: "The tool speaks a newer language",
      detail: "Its -json stream has version \(version); versions 1.x are understood.")
  }

  private func tell(_ hook: JSONValue?, phase: ToolProgress.Phase, detail: String) {
    guard let address = hook?["resource"]?["addr"]?.string else { return }
    progress(.resource(address: address, phase: phase, detail: detail))
  }

  private func outcome(_ message: JSONValue, status: ResourceOutcome.Status, phase: ToolProgress.Phase) {
    let hook = message["hook"]
    guard let address = hook?["resource"]?["addr"]?.string else { return }
    let action = hook?["action"]?.string ?? ""
    // A replaced resource is destroyed and created: two ends under one address.
    let key = "\(action) \(address)"
    record.withLock { record in
      if record.outcomes[key] == nil { record.order.append(key) }
      record.outcomes[key] = ResourceOutcome(
        address: address, action: action, status: status,
        seconds: hook?["elapsed_seconds"]?.integer ?? 0)
    }
    tell(hook, phase: phase, detail: status == .unknown ? action : seconds(message))
  }

  private func seconds(_ message: JSONValue) -> String {
    (message["hook"]?["elapsed_seconds"]?.integer).map { "\($0) s" } ?? ""
  }

  private func diagnostic(_ message: JSONValue) {
    guard message["@level"]?.string == "error", let text = message["@message"]?.string else { return }
    let detail = message["diagnostic"]?["detail"]?.string ?? ""
    record.withLock { $0.errors.append(mask.masked(detail.isEmpty ? text : "\(text): \(detail)")) }
  }
}
