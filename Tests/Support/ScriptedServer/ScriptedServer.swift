import Basics
import Glibc
import Synchronization

/// A server of models that does what a script says: the three protocols, plain and streamed, with every fault. One
/// thread for each connection, on loopback.
package final class ScriptedServer: Sendable {
  package let port: Int
  private let listener: Int32
  private let state: Mutex<(script: ServerScript, bodies: [String], open: Set<Int32>)>
  private let isStopped = Mutex(false)

  package init(_ rules: [ServerScript.Rule] = []) throws(ServerStartError) {
    state = Mutex((ServerScript(rules), [], []))
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (listener, size) = (listener, length)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, size) == 0 && listen(listener, 1024) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard bound else { throw ServerStartError() }
    port = Int(UInt16(bigEndian: address.sin_port))
    Self.thread { [self] in accept() }
  }

  /// The loopback gives no port.
  package struct ServerStartError: Error {}

  package var address: String { "http://127.0.0.1:\(port)" }

  package func script(_ rules: [ServerScript.Rule]) {
    state.withLock { state in
      state.script = ServerScript(rules)
      state.bodies = []
    }
  }

  /// The bodies of every request for an answer since the script was set.
  package var bodies: [String] { state.withLock { $0.bodies } }

  /// May be called again: a descriptor is closed once, or another one of the same number would be.
  package func stop() {
    let isFirst = isStopped.withLock { isStopped in
      defer { isStopped = true }
      return !isStopped
    }
    guard isFirst else { return }
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    // A kept connection would be served by this script under the port's next owner.
    state.withLock { state in
      for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }
  }

  private func accept() {
    while true {
      let descriptor = Glibc.accept(listener, nil, nil)
      guard descriptor >= 0 else { return }
      var on: Int32 = 1
      setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
      Self.thread { [self] in
        let connection = ServerConnection(descriptor: descriptor)
        state.withLock { _ = $0.open.insert(descriptor) }
        while let request = connection.request(), serve(request, on: connection) {}
        state.withLock { state in
          state.open.remove(descriptor)
          connection.end()
        }
      }
    }
  }

  /// Whether the connection can go on.
  private func serve(
    _ request: (method: String, path: String, headers: String, body: [UInt8]), on connection: ServerConnection
  ) -> Bool {
    let path = request.path.prefix { $0 != "?" }
    if request.method == "GET" { return ServerPages.serve(String(path), query: request.path, on: connection) }
    let body = String(decoding: request.body, as: UTF8.self)
    if path == "/script" {
      script(ServerScript.rules(from: body))
      connection.answer(200, Array("{}".utf8))
      return true
    }
    let plan = state.withLock { state in
      state.bodies.append(body)
      return state.script.plan(for: body)
    }
    let wire: ScriptedWire? =
      path.hasSuffix("/chat/completions")
      ? .openAI
      : path.hasSuffix("/messages")
        ? .anthropic
        : path.hasSuffix("/api/chat") ? .ollama : nil
    guard let wire else {
      connection.answer(404, Array(#"{"error":{"message":"no such path"}}"#.utf8))
      return true
    }
    return ScriptedAnswer(wire: wire, fault: plan.fault, text: plan.text, tool: plan.tool).send(
      streamed: body.contains(#""stream":true"#), on: connection)
  }

  /// A detached thread.
  static func thread(_ body: @escaping @Sendable () -> Void) {
    final class Box {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 512 << 10)
    let context = Unmanaged.passRetained(Box(body)).toOpaque()
    let failed = pthread_create(
      &thread, &attributes,
      { context in
        if let context { Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, context)
    if failed == 0 { pthread_detach(thread) }
  }
}
