import Basics
import ExternalTools
import Foundation
import FoundationEssentials
import Testing

/// A place whose kubectl speaks with a scripted API server; the kubectl is real.
struct ClusterPlace {
  let place: Place
  let port: Int
  let log: String

  static func with(_ body: @escaping (ClusterPlace) async throws -> Void) async throws {
    try await Place.with { place in
      let log = "\(place.root)/cluster.log"
      try Data().write(to: URL(filePath: log))
      let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/cluster.py")
      let call = ProcessCall(
        executable: try #require(Place.python), arguments: [script.path(percentEncoded: false), log],
        environment: ["PATH": "/usr/bin:/bin"], directory: "/", timeout: .seconds(300), endsWithParent: true)
      let (ports, continuation) = AsyncStream.makeStream(of: String.self)
      let server = Task { try await ProcessRunner.stream(call) { continuation.yield($0) } }
      defer { server.cancel() }
      var iterator = ports.makeAsyncIterator()
      let port = try #require(await iterator.next().flatMap { Int($0) })
      try await body(try make(place, port, log))
    }
  }

  private static func make(_ place: Place, _ port: Int, _ log: String) throws -> ClusterPlace {
    var place = place
    let file = "\(place.root)/kubeconfig"
    let context = """
      apiVersion: v1
      kind: Config
      clusters: [{name: c, cluster: {server: "http://127.0.0.1:\(port)"}}]
      contexts: [{name: c, context: {cluster: c, user: u}}]
      users: [{name: u, user: {}}]
      current-context: c

      """
    try Data(context.utf8).write(to: URL(filePath: file))
    place.environment["KUBECONFIG"] = file
    place.environment["HOME"] = place.root
    try FileManager.default.removeItem(atPath: "\(place.folder)/main.tf")
    return ClusterPlace(place: place, port: port, log: log)
  }

  /// What the server was made to do, in order, since the last call.
  func changes() throws -> [String] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: log)), as: UTF8.self)
    try Data().write(to: URL(filePath: log))
    return text.split(separator: "\n").map(String.init)
  }

  /// Changes an object behind everyone's back.
  func meddle(_ path: String, _ change: String) async throws {
    let code =
      "import urllib.request as u; u.urlopen(u.Request('http://127.0.0.1:\(port)\(path)', method='PUT', data=b'''\(change)'''))"
    let result = try await ProcessRunner.run(
      ProcessCall(
        executable: try #require(Place.python), arguments: ["-c", code],
        environment: ["PATH": "/usr/bin:/bin"],
        directory: "/"))
    #expect(result.status == 0, "\(result.errors)")
  }
}
