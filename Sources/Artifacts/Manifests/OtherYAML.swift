/// YAML files that lie among the objects of a cluster and are none: what builds objects, or what is filled in first.
package enum OtherYAML {
  /// What a file is; nil where it may hold objects.
  package static func reason(file: String, text: String) -> String? {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    switch name {
    case "kustomization.yaml", "kustomization.yml", "Kustomization":
      return "a kustomization; its objects are what `kubectl kustomize` prints"
    case "Chart.yaml", "Chart.lock": return "a Helm chart; its objects are what `helm template` prints"
    case "values.yaml", "values.yml": return "values of a Helm chart"
    default: break
    }
    if name.hasSuffix(".test.yaml"), text.contains("rule_files:") {
      return "tests of alerts; `promtool test rules` runs them"
    }
    if name.hasPrefix("values-") || name.hasPrefix("values.") { return "values of a Helm chart" }
    let isTemplate =
      text.contains("{{") && (text.contains("{{-") || text.contains("{{ .") || text.contains("{{ include"))
    if isTemplate, file.split(separator: "/").contains("templates") { return "a template of a Helm chart" }
    return nil
  }
}
