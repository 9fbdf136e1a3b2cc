/// What `kubectl diff` prints.
enum ClusterDiff {
  /// Without temporary folders and times, so that equal differences are equal texts.
  static func withoutPlaces(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      if line.hasPrefix("diff ") { return nil }
      guard line.hasPrefix("--- /") || line.hasPrefix("+++ /") else { return String(line) }
      let path = line.dropFirst(4).prefix { $0 != "\t" }
      let name = path.split(separator: "/").last ?? path
      return line.prefix(4) + (line.hasPrefix("-") ? "live/" : "planned/") + name
    }.joined(separator: "\n")
  }
}
