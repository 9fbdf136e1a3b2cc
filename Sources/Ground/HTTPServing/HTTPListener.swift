import Basics
import FlyingFox
import FlyingSocks
import Foundation

/// Listens on one address and hands over each request whole, unless it is too long.
package struct HTTPListener: Sendable {
  /// A numeric address.
  package let host: String
  /// 0 for any that is free.
  package let port: UInt16
  /// The longest body that is read, in bytes.
  private let longest: Int

  /// Seconds in which a request has to be answered, or its stream begun.
  private static let patience = 3600.0

  package init(host: String, port: UInt16, longest: Int) {
    self.host = host
    self.port = port
    self.longest = longest
  }

  /// Whether only programs of this machine reach the address.
  package var isLoopback: Bool { host == "::1" || host.hasPrefix("127.") }

  /// Listens until the task is cancelled.
  /// - Parameters:
  ///   - ready: is told the port once it listens.
  ///   - reply: answers a request; called for many at the same time.
  /// - Throws: `HTTPListenerError` where the address is none or cannot be had.
  package func run(
    ready: @escaping @Sendable (UInt16) -> Void,
    reply: @escaping @Sendable (HTTPArrival) async -> HTTPReply
  ) async throws {
    let longest = longest
    let handler = ClosureHTTPHandler { request in
      Self.response(await reply(await Self.arrival(request, longest: longest)))
    }
    let server = try server(handler)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await server.run()
        } catch let error as SocketError {
          try Task.checkCancellation()
          throw HTTPListenerError(
            .unavailable, summary: "The address cannot be listened on", detail: "\(host):\(port): \(error)")
        }
      }
      group.addTask {
        try await server.waitUntilListening()
        switch await server.listeningAddress {
        case .ip4(_, let port), .ip6(_, let port): ready(port)
        default: ready(port)
        }
      }
      try await group.waitForAll()
    }
  }

  private func server(_ handler: some HTTPHandler) throws -> HTTPServer {
    do {
      guard host.contains(":") else {
        return HTTPServer(
          address: try sockaddr_in.inet(ip4: host, port: port), timeout: Self.patience, logger: .disabled,
          handler: handler)
      }
      return HTTPServer(
        address: try sockaddr_in6.inet6(ip6: host, port: port), timeout: Self.patience, logger: .disabled,
        handler: handler)
    } catch {
      throw HTTPListenerError(
        .notAnAddress, summary: "Not an address",
        detail: "'\(host)' is no numeric address of this machine, as 127.0.0.1 or ::1.")
    }
  }

  private static func arrival(_ request: HTTPRequest, longest: Int) async -> HTTPArrival {
    var headers: [String: String] = [:]
    for (name, value) in request.headers { headers[name.rawValue.lowercased()] = value }
    return HTTPArrival(
      method: request.method.rawValue, path: request.path, headers: headers,
      body: await body(request, longest: longest))
  }

  private static func body(_ request: HTTPRequest, longest: Int) async -> [UInt8]? {
    if let count = request.bodySequence.count, count > longest { return nil }
    var bytes: [UInt8] = []
    do {
      for try await piece in request.bodySequence {
        bytes += piece
        if bytes.count > longest { return nil }
      }
    } catch {
      // Cut off by the client, who hears no answer either.
      return nil
    }
    return bytes
  }

  private static func response(_ reply: HTTPReply) -> HTTPResponse {
    var headers = HTTPHeaders()
    for header in reply.headers { headers.addValue(header.value, for: HTTPHeader(header.name)) }
    let status = HTTPStatusCode(reply.status, phrase: "")
    switch reply.body {
    case .bytes(let bytes): return HTTPResponse(statusCode: status, headers: headers, body: Data(bytes))
    case .stream(let pieces):
      return HTTPResponse(
        statusCode: status, headers: headers, body: HTTPBodySequence(from: PieceSequence(pieces)))
    }
  }
}
