import Basics
import HCL
import ResourceGraph
import Manifests
import StrictYAML

extension AdviceCase {
  /// The day on which cases without one of their own are tried.
  private static let day = "2026-11-23"

  /// The estate that the case describes: its blocks as code, `manifest` arguments as YAML, `observed` blocks as lines of
  /// an export, and `series` as metrics.
  package func estate() -> Estate {
    let file = HCLFile(path: "case", text: text)
    var evaluator = Evaluator(scope: Scope())
    func value(_ name: String) -> Value? { file.body.attribute(name).map { evaluator.evaluate($0.value) } }
    let today = value("today")?.text.flatMap { CalendarDay($0) } ?? CalendarDay(Self.day)
    var sources = Set(
      (value("given")?.elements ?? []).compactMap { $0.text.flatMap(AdviceSource.init(rawValue:)) })
    sources.formUnion([.resources, .manifests])
    let code = code(file)
    let manifests = ManifestReader.read(code["manifests.yaml"] ?? "", file: "manifests.yaml").manifests
    let configuration = ResourceGraph(files: code.filter { CodeBase.isHCL($0.key) })
    let observed = file.body.blocks("observed").map { block in
      Resource(observed: block.labels[0], name: block.labels[1], Self.members(block))
    }
    sources.formUnion(observed.compactMap(\.export))
    let resources = configuration.resources + manifests.map(Resource.init)
    let metrics = metrics(file)
    if metrics != nil { sources.insert(.metrics) }
    return Estate(
      name: value("estate")?.text ?? "case",
      graph: ResourceGraph(resources: resources + observed, configuration: configuration.configuration),
      code: CodeBase(files: code, resources: resources), metrics: metrics, sources: sources,
      today: today ?? CalendarDay(daysSince1970: 0))
  }

  private static func members(_ block: Block) -> [String: Value] {
    var evaluator = Evaluator(scope: Scope())
    return Dictionary(
      uniqueKeysWithValues: block.body.attributes.map { ($0.name, evaluator.evaluate($0.value)) })
  }

  /// The blocks of configuration as they stand, and the manifests as YAML.
  private func code(_ file: HCLFile) -> [String: String] {
    let kinds: Set<String> = [
      "resource", "data", "variable", "provider", "locals", "module", "output", "terraform",
    ]
    let bytes = Array(text.utf8)
    let blocks = file.body.blocks.filter { kinds.contains($0.type) }.map { block in
      String(decoding: bytes[block.range.start.offset..<block.range.end.offset], as: UTF8.self)
    }
    var evaluator = Evaluator(scope: Scope())
    let objects = file.body.attributes.filter { $0.name.hasPrefix("manifest") }.compactMap { attribute in
      JSONValue(evaluator.evaluate(attribute.value)).map { YAMLPrinter.print($0) }
    }
    var files: [String: String] = [:]
    if !blocks.isEmpty {
      files["main.tf"] = HCLFormatter.format(HCLFile(path: "", text: blocks.joined(separator: "\n\n") + "\n"))
    }
    if !objects.isEmpty { files["manifests.yaml"] = objects.joined(separator: "---\n") }
    return files
  }

  /// A year; a case of more hours would only make memory of them.
  private static let mostHours = 8784.0

  /// A series has `values` or one `value`, spread evenly over its `hours`.
  private func metrics(_ file: HCLFile) -> MetricStore? {
    let blocks = file.body.blocks("series")
    guard !blocks.isEmpty else { return nil }
    var store = MetricStore(window: 14, origin: "case")
    for block in blocks {
      let members = Self.members(block)
      guard let key = members["key"]?.text, let hours = members["hours"]?.number else { continue }
      let count = max(2, members["values"]?.elements?.count ?? Int(saturating: min(hours, Self.mostHours)))
      let values =
        members["values"]?.elements?.compactMap(\.number)
        ?? Array(repeating: members["value"]?.number ?? 0, count: count)
      let step = hours * 3600 / Double(count)
      let samples = values.enumerated().map {
        MetricSeries.Sample(time: Double($0.offset) * step, value: $0.element)
      }
      store.add(MetricSeries(samples: samples), metric: block.labels[0], key: key)
    }
    return store
  }
}
