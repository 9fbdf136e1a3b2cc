import HCL

/// A measured quantity of a resource, and how the exporters in use call it.
struct MetricDefinition: Sendable {
  struct Query: Sendable {
    /// `yace`, `node_exporter`, `cadvisor`.
    let exporter: String
    /// PromQL that gives one series for each resource.
    let expression: String
    /// The labels that name the resource, joined by `/`.
    let labels: [String]
    /// Whether a port at the end of the label is not part of the name.
    let dropsPort: Bool
  }

  let name: String
  /// `percent`, `bytes per second`, `count per day`.
  let unit: String
  /// By what the series may know a resource: expressions over the resource, the first that has a series counts.
  let keys: [HCLExpression]
  let queries: [Query]
  /// What CloudWatch calls it, and by how much its numbers are multiplied.
  let cloudWatch: String?
  let cloudWatchScale: Double
}
