import Basics
import Reach

/// Who reaches whom by the files of a folder.
package struct ReachService: Sendable {
  /// What was found, as text and as JSON, and what could not be read.
  package struct Answer: Sendable {
    package let text: String
    package let json: JSONValue
    package let faults: [Diagnostic]

    /// Without every object that is there nothing certain can be said.
    package var exitStatus: ExitStatus { faults.isEmpty ? .done : .undecided }
  }

  /// Which connections are asked for.
  package struct Question: Sendable {
    private let filter: ReachFilter
    fileprivate let port: Int?

    /// - Parameters:
    ///   - from: nil for every end; the whole name, its end, or an address or block.
    ///   - port: nil for every port.
    ///   - includesUnknown: whether what may run in the cluster and is not among the files counts, too.
    package init(from: String? = nil, to: String? = nil, port: Int? = nil, includesUnknown: Bool = false) {
      filter = ReachFilter(from: from, to: to, includesUnknown: includesUnknown)
      self.port = port
    }

    fileprivate func report(_ source: NetworkSource) -> ReachReport {
      let reports = source.models.map { ReachReport($0, filter: filter, port: port) }
      return ReachReport(
        connections: reports.flatMap(\.connections), notes: reports.flatMap(\.notes))
    }

    /// - Throws: `Diagnostic` for a name that is nobody's in any of the models.
    fileprivate func check(_ models: [any NetworkModel]) throws(Diagnostic) {
      let ends = models.flatMap { $0.endpoints(includesUnknown: filter.includesUnknown) }
      for (option, name) in [("--from", filter.from), ("--to", filter.to)] {
        guard let name, !ends.contains(where: { ReachFilter(from: name).admits(from: $0) }) else { continue }
        throw Diagnostic(
          code: "reach.unknown-end", summary: "Nobody of that name",
          detail: "\(option) '\(name)' is nobody here."
            + Spelling.hint(for: name, among: ends.flatMap { Self.names($0) }))
      }
    }

    private static func names(_ end: Endpoint) -> [String] {
      let parts = end.name.split(separator: "/")
      return end.kind == .workload
        ? (0..<parts.count).map { parts[$0...].joined(separator: "/") } : [end.name]
    }
  }

  package init() {}

  /// - Parameter path: a folder of manifests or configuration, a bundle, a plan, or a file.
  /// - Throws: `Diagnostic` for what cannot be read or has no network that is modelled, and for a name that is nobody's.
  package func report(_ path: String, question: Question) throws -> Answer {
    let source = try NetworkSource(path: path)
    try question.check(source.models)
    let report = question.report(source)
    return Answer(text: report.text, json: report.json, faults: source.faults)
  }

  /// - Parameter before: what there was before the change.
  /// - Throws: as `report(_:question:)`.
  package func compare(_ path: String, to before: String, question: Question) throws -> Answer {
    let (old, new) = (try NetworkSource(path: before), try NetworkSource(path: path))
    try question.check(old.models + new.models)
    let comparison = ReachComparison(before: question.report(old), after: question.report(new))
    return Answer(text: comparison.text, json: comparison.json, faults: old.faults + new.faults)
  }
}
