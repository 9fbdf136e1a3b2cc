import Basics
import Clouds
import HCL
import ResourceGraph

/// What is to be advised on: the resources that exist, the code that made them where it was given, and what is known of
/// their use.
package struct Estate: Sendable {
  /// Part of every fingerprint: the same from night to night.
  package var name: String
  package var graph: ResourceGraph
  package var code: CodeBase
  /// The state or plan that the resources were read from; empty where they are read from code.
  package var document: String
  /// Where resources are when nothing says it.
  package var region: String
  package var metrics: MetricStore?
  package var sources: Set<AdviceSource>
  package var today: CalendarDay
  /// What the reader of a report should know of the sources: `12 resources are in the code and not in the state.`
  package var notes: [String]

  package init(
    name: String, graph: ResourceGraph, code: CodeBase = CodeBase(files: [:]), document: String = "",
    region: String = Estate.defaultRegion, metrics: MetricStore? = nil, sources: Set<AdviceSource>,
    today: CalendarDay, notes: [String] = []
  ) {
    self.name = name
    self.graph = graph
    self.code = code
    self.document = document
    self.region = region
    self.metrics = metrics
    self.sources = sources
    self.today = today
    self.notes = notes
  }

  /// Where an estate is when nothing says where.
  package static var defaultRegion: String { CloudCatalog.current.main.regions.reference }

  /// Whether it is about objects of a cluster alone, which then cost their share of the nodes.
  var isCluster: Bool { !graph.resources.contains { $0.kind == .managed } }

  /// The estate with what exports say in its graph.
  package func adding(_ observed: [Resource], source: AdviceSource) -> Estate {
    var estate = self
    estate.graph = ResourceGraph(
      resources: graph.resources + observed, configuration: graph.configuration,
      diagnostics: graph.diagnostics)
    estate.sources.insert(source)
    return estate
  }
}
