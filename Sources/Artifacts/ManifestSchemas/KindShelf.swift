import Basics
import Clouds
import Foundation
import Synchronization

/// The kinds at hand: those a person imported, which come first, and those that ship, each file read when first asked for.
package struct KindShelf: Sendable {
  private let own: [KindSchemas]
  private let includesShipped: Bool

  /// - Parameter own: the later of two with the same kind goes first.
  package init(_ own: [KindSchemas], includesShipped: Bool = false) {
    self.own = own.reversed()
    self.includesShipped = includesShipped
  }

  /// Those that ship.
  package static let shipped = KindShelf([], includesShipped: true)

  /// Every file of kinds at hand.
  package var all: [KindSchemas] { own + (includesShipped ? Self.read() : []) }

  /// The file that knows a kind.
  package func schemas(apiVersion: String, kind: String) -> KindSchemas? {
    all.first { $0.root(apiVersion: apiVersion, kind: kind) != nil }
  }

  /// The versions in which a kind of this group is known, sorted.
  package func versions(of kind: String, group: String) -> [String] {
    let names = all.flatMap(\.names).compactMap { name -> String? in
      let parts = name.split(separator: "/").map(String.init)
      guard parts.last == kind, parts.dropLast(2).joined(separator: "/") == group else { return nil }
      return parts[parts.count - 2]
    }
    return Set(names).sorted()
  }

  private static let known = Mutex<[URL: KindSchemas]>([:])

  /// The ending of a file of kinds.
  package static let ending = ".kinds"

  private static func read() -> [KindSchemas] {
    CloudCatalog.current.clouds.flatMap { cloud in
      // Where the folder cannot be listed there are no kinds, and what needs one is said to be not checked.
      ((try? cloud.files(in: .schemas, endingIn: ending)) ?? []).sorted { $0.path > $1.path }
    }.compactMap { url in
      known.withLock { known in
        if let schemas = known[url] { return schemas }
        guard let data = FileManager.default.contents(atPath: url.path(percentEncoded: false)),
          let schemas = KindSchemas(compact: Array(data))
        else { return nil }
        known[url] = schemas
        return schemas
      }
    }
  }
}
