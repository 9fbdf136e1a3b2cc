import Basics

/// The files of a draft: nothing outside of it is distributed with it.
package struct SiblingFiles: FileFinder {
  private let paths: Set<String>

  /// - Parameter paths: from the folder of the root module.
  package init(_ paths: Set<String>) {
    self.paths = paths
  }

  package func find(_ path: String) -> FoundFile {
    if path.hasPrefix("~") || path.hasPrefix("/") { return .absent }
    return paths.contains(RelativePath.normalized(path)) ? .present : .absent
  }
}
