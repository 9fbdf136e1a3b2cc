import FoundationEssentials

/// Finds programs the way a shell does.
package enum ToolFinder {
  /// The first executable of that name in `PATH`, nil where there is none.
  package static func find(_ name: String, environment: [String: String]) -> String? {
    for folder in (environment["PATH"] ?? "").split(separator: ":") {
      let path = "\(folder)/\(name)"
      var isFolder = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder,
        FileManager.default.isExecutableFile(atPath: path)
      {
        return path
      }
    }
    return nil
  }
}
