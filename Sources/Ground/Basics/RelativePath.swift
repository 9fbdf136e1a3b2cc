/// Paths as a person names them, joined and cleaned without asking the file system: `app/../lib` is `lib`.
package enum RelativePath {
  /// `.` for the current folder, no `.` inside, `..` only at the beginning.
  package static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    if path.hasPrefix("/") { return "/" + parts.drop { $0 == ".." }.joined(separator: "/") }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// What a path inside or beside a folder is called from where the folder is.
  package static func joined(_ folder: String, with path: String) -> String {
    path.hasPrefix("/")
      ? normalized(path) : folder == "." ? normalized(path) : normalized("\(folder)/\(path)")
  }

  /// A folder as the paths of its files begin, without the slash: what modules are known by.
  package static func key(_ folder: String) -> String {
    folder == "." ? "" : folder.split(separator: "/").joined(separator: "/")
  }
}
