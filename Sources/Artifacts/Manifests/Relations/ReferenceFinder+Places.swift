import Basics

extension ReferenceFinder {
  /// Reads the places of kinds whose references are a name and no more.
  mutating func readPlaces() {
    for place in ReferencePlace.all
    where place.kind == manifest.kind && manifest.apiVersion.hasPrefix(place.group) {
      for path in paths(place.path[...], from: FieldPath()) { read(place, at: path) }
    }
  }

  /// The ways that a pattern stands for, as far as the object has them.
  private func paths(_ pattern: ArraySlice<String>, from path: FieldPath) -> [FieldPath] {
    guard let first = pattern.first else { return [path] }
    let rest = pattern.dropFirst()
    guard first == "*" else { return paths(rest, from: path.key(first)) }
    let count = value(at: path)?.array?.count ?? 0
    return (0..<count).flatMap { paths(rest, from: path.index($0)) }
  }

  private mutating func read(_ place: ReferencePlace, at path: FieldPath) {
    guard let name = value(at: path)?.string, !name.contains("$("), name != "*" else { return }
    let parent = FieldPath(Array(path.steps.dropLast()))
    // A task that a resolver fetches is in no cluster; what stands beside a project or an account says nothing of it.
    let isReference = path.steps.last == .key("name") || path.steps.last == .key("ref")
    let beside = isReference ? value(at: parent) : nil
    guard beside?["resolver"] == nil else { return }
    let kind = beside?["kind"]?.string ?? place.target
    let isNamespaced: Bool
    switch place.space {
    case .beside: isNamespaced = !ReferencePlace.clusterWide.contains(kind)
    case .cluster: isNamespaced = false
    }
    add([kind], path: path, namespace: beside?["namespace"]?.string, isNamespaced: isNamespaced)
  }
}
