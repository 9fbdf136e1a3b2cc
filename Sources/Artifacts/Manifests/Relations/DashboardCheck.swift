import Basics

/// Whether every variable that a dashboard of Grafana reads is one that it declares or that Grafana has.
struct DashboardCheck {
  private let manifest: Manifest
  private let dashboards: [(content: JSONValue, path: FieldPath)]

  /// Nil for what holds no dashboard.
  init?(_ manifest: Manifest) {
    var texts: [(String, FieldPath)] = []
    let data = FieldPath([.key("data")])
    if manifest.kind == "ConfigMap" {
      texts = (manifest.content["data"]?.object ?? []).compactMap { entry in
        entry.key.hasSuffix(".json") ? entry.value.string.map { ($0, data.key(entry.key)) } : nil
      }
    } else if manifest.kind == "GrafanaDashboard", let text = manifest.content["spec"]?["json"]?.string {
      texts = [(text, FieldPath([.key("spec"), .key("json")]))]
    }
    self.manifest = manifest
    // What is no JSON, or has no panels, is no dashboard.
    dashboards = texts.compactMap { text, path in
      (try? JSONValue(parsing: text)).flatMap { $0["panels"]?.array == nil ? nil : ($0, path) }
    }
    guard !dashboards.isEmpty else { return nil }
  }

  var faults: [Diagnostic] {
    dashboards.flatMap { dashboard, path in
      let declared = (dashboard["templating"]?["list"]?.array ?? []).compactMap { $0["name"]?.string }
      var said: Set<String> = []
      return Self.texts(dashboard).flatMap(Self.variables).compactMap { name -> Diagnostic? in
        guard !declared.contains(name), !Self.isBuiltIn(name), said.insert(name).inserted else { return nil }
        return manifest.diagnostic(
          "missing-variable", summary: "Variable is not there",
          detail: "The dashboard reads '$\(name)' and declares no such variable."
            + Spelling.hint(for: name, among: declared), path: path)
      }
    }
  }

  /// What queries, data sources and repeated panels are read from.
  private static let keys: Set<String> = ["expr", "query", "uid", "definition", "repeat"]

  private static func texts(_ value: JSONValue, under key: String = "") -> [String] {
    if let object = value.object { return object.flatMap { texts($0.value, under: $0.key) } }
    if let array = value.array { return array.flatMap { texts($0, under: key) } }
    guard keys.contains(key), let text = value.string else { return [] }
    return key == "repeat" ? ["$\(text)"] : [text]
  }

  /// `$name`, `${name}`, `${name:format}` and `[[name]]`. A number after the mark is of a regular expression.
  private static func variables(_ text: String) -> [String] {
    let marked = text.split(separator: "$", omittingEmptySubsequences: false).dropFirst().map { rest in
      rest.hasPrefix("{") ? rest.dropFirst() : rest
    }
    let bracketed = text.split(separator: "[[", omittingEmptySubsequences: false).dropFirst()
    return (marked + bracketed).compactMap { rest in
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      return name.first.map { $0.isLetter || $0 == "_" } == true ? String(name) : nil
    }
  }

  private static func isBuiltIn(_ name: String) -> Bool {
    name.hasPrefix("__") || ["timeFilter", "interval", "resolution"].contains(name)
  }
}
