import Basics
import Synchronization

/// What some kinds of objects accept, as one file: a line `kinds 1 NAME VERSION`, the number of kinds, a line
/// `apiVersion/Kind PLACE` for each, and a line for each distinct place. A place is read when it is first asked for.
package struct KindSchemas: Sendable {
  /// `kubernetes`, or what the kinds are of.
  package let name: String
  package let version: String
  private let bytes: [UInt8]
  private let kinds: [String: Int]
  /// Where the line of each place starts.
  private let starts: [Int]
  private let known = KnownPlaces()

  /// Places that were read.
  private final class KnownPlaces: Sendable {
    let schemas = Mutex<[Int: FieldSchema]>([:])
  }

  /// Nil for what is no such file.
  package init?(compact bytes: [UInt8]) {
    var position = 0
    func line() -> String? {
      guard position < bytes.count else { return nil }
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      defer { position = end + 1 }
      return String(decoding: bytes[position..<end], as: UTF8.self)
    }
    let header = line()?.split(separator: " ").map(String.init) ?? []
    guard header.count == 4, header[0] == "kinds", header[1] == "1", let count = line().flatMap({ Int($0) })
    else {
      return nil
    }
    var kinds: [String: Int] = [:]
    for _ in 0..<count {
      let parts = line()?.split(separator: " ") ?? []
      guard parts.count == 2, let place = Int(parts[1]) else { return nil }
      kinds[String(parts[0])] = place
    }
    var starts: [Int] = []
    var next = position
    while next < bytes.count {
      starts.append(next)
      next = (bytes[next...].firstIndex(of: 0x0A) ?? bytes.count) + 1
    }
    (name, version) = (header[2], header[3])
    self.kinds = kinds
    self.bytes = bytes
    self.starts = starts
  }

  /// `apps/v1/Deployment` and the others, in no order.
  package var names: [String] { Array(kinds.keys) }

  /// How many places there are.
  package var count: Int { starts.count }

  package func root(apiVersion: String, kind: String) -> Int? { kinds["\(apiVersion)/\(kind)"] }

  /// Nil where the file is damaged there.
  package func schema(at place: Int) -> FieldSchema? {
    if let schema = known.schemas.withLock({ $0[place] }) { return schema }
    guard let schema = read(place) else { return nil }
    known.schemas.withLock { $0[place] = schema }
    return schema
  }

  private func read(_ place: Int) -> FieldSchema? {
    guard starts.indices.contains(place) else { return nil }
    let end = place + 1 < starts.count ? starts[place + 1] - 1 : bytes.count
    do {
      return FieldSchema(line: try JSONValue(parsing: Array(bytes[starts[place]..<max(starts[place], end)])))
    } catch {
      // Whoever asks says that the place is not checked.
      return nil
    }
  }
}
