import Basics
import Digests
import Foundation
import Manifests
import Reach

/// One folder of manifests with the connections that an independent analyser computed.
package struct ConnectivityCase: Sendable {
  package let name: String
  /// What our model says and what was expected, as lines of one form.
  package let found: Set<String>
  package let expected: Set<String>
  /// What of the files could not be read.
  package let faults: [String]

  package var missing: [String] { expected.subtracting(found).sorted() }
  package var invented: [String] { found.subtracting(expected).sorted() }
  package var agrees: Bool { missing.isEmpty && invented.isEmpty }

  /// One half of the cases is learned from, the other only measured: by the first digit of the name's digest.
  package var isLearned: Bool {
    guard let digit = Digest(of: name).hexadecimal.first?.hexDigitValue else { return false }
    return digit.isMultiple(of: 2)
  }

  package init(folder: URL) throws {
    name = folder.lastPathComponent
    var manifests: [Manifest] = []
    var faults: [String] = []
    let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
    for path in paths.sorted() where [".yaml", ".yml", ".json"].contains(where: path.hasSuffix) {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      let read = ManifestReader.read(text, file: path, isForeign: true)
      manifests += read.manifests
      faults += read.diagnostics.map(\.description)
    }
    self.faults = faults
    found = Set(KubernetesReach(manifests).connections().map(Self.line))
    let text = try String(contentsOf: folder.appending(path: "expected.txt"), encoding: .utf8)
    expected = Set(Self.lines(of: text))
  }

  /// Every case of a folder, by name.
  package static func all(in folder: URL) throws -> [ConnectivityCase] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { name in
      let place = folder.appending(path: name)
      guard FileManager.default.fileExists(atPath: place.appending(path: "expected.txt").path) else {
        return nil
      }
      return try ConnectivityCase(folder: place)
    }
  }

  private static func line(_ connection: Connection) -> String {
    let traffic =
      connection.traffic.isAll
      ? "All Connections"
      : TransportProtocol.allCases.filter { !connection.traffic[$0].isEmpty }.map {
        "\($0.rawValue) \(connection.traffic[$0])"
      }.joined(separator: ",")
    return "\(connection.network): \(end(connection.from)) => \(end(connection.to)) : \(traffic)"
  }

  private static func end(_ endpoint: Endpoint) -> String {
    switch endpoint.kind {
    case .workload:
      let parts = endpoint.name.split(separator: "/")
      return "\(parts.dropFirst().joined(separator: "/"))[\(parts.first ?? "")]"
    case .addresses: return "\(endpoint.name)[External]"
    case .entrance: return "{ingress-controller}"
    case .network, .labelled: return endpoint.name
    }
  }

  private static func lines(of text: String) -> [String] {
    var network = "pod network"
    var lines: [String] = []
    for line in text.split(separator: "\n").map(String.init) {
      if let range = line.range(of: "connectivity analyzed in ") {
        network = String(line[range.upperBound...].dropLast()).replacing("Pod network", with: "pod network")
      } else if line.contains(" => ") {
        lines.append("\(network): \(line.replacing("[udn]", with: ""))")
      }
    }
    return lines
  }
}
