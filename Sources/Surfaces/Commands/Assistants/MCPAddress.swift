import Basics
import ArgumentParser
import HTTPServing
import ModelContext
import Synchronization

/// An address to listen on: `127.0.0.1:8765`, `[::1]:8765`.
struct MCPAddress {
  let host: String
  let port: UInt16

  init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  init(_ text: String) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 2, let last = parts.last, let port = UInt16(last) else {
      throw ValidationError("--http is an address with a port, as 127.0.0.1:8765.")
    }
    let name = parts.dropLast().joined(separator: ":")
    let bare = name.hasPrefix("[") && name.hasSuffix("]") ? String(name.dropFirst().dropLast()) : name
    host = bare == "localhost" ? "127.0.0.1" : bare
    self.port = port
  }

  var listener: HTTPListener { HTTPListener(host: host, port: port, longest: IncomingMessage.longest) }

  private var bracketed: String { host.contains(":") ? "[\(host)]" : host }

  var url: String { "http://\(bracketed):\(port)" }

  /// What requests may call this server.
  var names: Set<String> {
    ["\(bracketed):\(port)", "localhost:\(port)", "127.0.0.1:\(port)", "[::1]:\(port)"]
  }
}

/// The port that was had, once it is known.
final class MCPPort: Sendable {
  private let value = Mutex<UInt16>(0)

  var number: UInt16 { value.withLock { $0 } }

  func set(_ number: UInt16) { value.withLock { $0 = number } }
}
