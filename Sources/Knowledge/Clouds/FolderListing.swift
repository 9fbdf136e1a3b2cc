import Basics
import Foundation

/// The names in a folder of knowledge. No part is asked of anybody, so one that is not there has none; one that is there
/// and cannot be listed is an error, or what lies in it would be missing unseen.
package enum FolderListing {
  /// Sorted.
  /// - Throws: `CloudError` where the folder is there and cannot be listed.
  package static func names(in folder: URL) throws(CloudError) -> [String] {
    let path = folder.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw CloudError(
        .unreadable, summary: "Cannot read a folder of knowledge",
        detail: "\(path): \(error.localizedDescription) Make it readable, or take it away.")
    }
  }

  /// The files whose names end so, by their names in order.
  package static func files(in folder: URL, endingIn ending: String) throws(CloudError) -> [URL] {
    try names(in: folder).filter { $0.hasSuffix(ending) }.map { folder.appending(path: $0) }
  }
}
