import ModelContext

/// The address of a part of a run: `consilium://run/RUN/report`.
struct RunAddress: Hashable {
  enum Part: Hashable {
    case report, brief, evidence
    /// A file of the bundle.
    case file(String)

    var path: String {
      switch self {
      case .report: "report"
      case .brief: "brief"
      case .evidence: "evidence"
      case .file(let path): "file/\(path)"
      }
    }

    var mediaType: String {
      switch self {
      case .report: "text/markdown"
      case .brief, .evidence: "application/json"
      case .file: "text/plain"
      }
    }
  }

  static let scheme = "consilium://run/"

  let run: String
  let part: Part

  init(run: String, part: Part) {
    self.run = run
    self.part = part
  }

  /// Nil for what is no address of a run.
  init?(_ address: String) {
    guard address.hasPrefix(Self.scheme) else { return nil }
    let parts = address.dropFirst(Self.scheme.count).split(
      separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, !parts[0].isEmpty else { return nil }
    run = String(parts[0])
    switch (parts[1], parts.count) {
    case ("report", 2): part = .report
    case ("brief", 2): part = .brief
    case ("evidence", 2): part = .evidence
    case ("file", 3): part = .file(String(parts[2]))
    default: return nil
    }
  }

  var text: String { "\(Self.scheme)\(run)/\(part.path)" }

  func definition(title: String) -> ResourceDefinition {
    ResourceDefinition(
      address: text, name: "\(part.path) of \(run)", title: title,
      description: "The \(part.path) of consultation \(run).", mediaType: part.mediaType)
  }
}
