import Basics
import Manifests

/// Holds objects against the schemas of their kinds: what the API server would refuse with strict field validation.
package struct ManifestValidator {
  /// What was found.
  package struct Verdict: Sendable {
    package var diagnostics: [Diagnostic] = []
    /// The schemas that were used: `kubernetes 1.37.0`.
    package var checked: Set<String> = []
    /// What could not be decided: kinds that no schema knows, rules that are not evaluated.
    package var unchecked: Set<String> = []
  }

  private let shelf: KindShelf
  private let removed: RemovedVersions
  private let metadata: (schemas: KindSchemas, place: Int)?

  /// - Throws: where the files that come with the program are broken.
  package init(_ shelf: KindShelf = .shipped) throws(ManifestSchemasError) {
    self.shelf = shelf
    removed = try RemovedVersions.shipped()
    let any = shelf.schemas(apiVersion: "v1", kind: "ConfigMap")
    let root = any.flatMap { schemas in
      schemas.root(apiVersion: "v1", kind: "ConfigMap").flatMap { schemas.schema(at: $0) }
    }
    metadata = any.flatMap { schemas in
      root?.properties["metadata"].map { (schemas, $0.schema) }
    }
  }

  package func validate(_ manifests: [Manifest]) -> Verdict {
    var verdict = Verdict()
    for manifest in manifests { validate(manifest, into: &verdict) }
    return verdict
  }

  private func validate(_ manifest: Manifest, into verdict: inout Verdict) {
    let name = "\(manifest.apiVersion)/\(manifest.kind)"
    if let removal = removed.removal(of: manifest.kind, in: manifest.apiVersion) {
      verdict.diagnostics.append(
        diagnostic(
          FieldFault(
            code: "removed-api-version", summary: "Removed API version", detail: removal.detail,
            path: FieldPath([.key("apiVersion")])), of: manifest))
      return
    }
    guard let schemas = shelf.schemas(apiVersion: manifest.apiVersion, kind: manifest.kind),
      let root = schemas.root(apiVersion: manifest.apiVersion, kind: manifest.kind)
    else {
      verdict.unchecked.insert("\(name) (\(unknown(manifest)))")
      return
    }
    var check = FieldCheck(schemas, metadata: metadata)
    check.check(manifest.content, at: root, path: FieldPath())
    verdict.checked.insert("\(schemas.name) \(schemas.version)")
    verdict.diagnostics += check.faults.map { diagnostic($0, of: manifest) }
    verdict.unchecked.formUnion(check.unchecked.map { "\(name): \($0)" })
    // As the API server does: rules are asked of what has the right form.
    guard check.faults.isEmpty else { return }
    var rules = RuleCheck(schemas)
    rules.check(
      FieldDefaults(schemas: schemas).applied(to: manifest.content, at: root), at: root, path: FieldPath())
    verdict.diagnostics += rules.faults.map { diagnostic($0, of: manifest) }
    verdict.unchecked.formUnion(rules.unchecked.map { "\(name): \($0)" })
  }

  private func unknown(_ manifest: Manifest) -> String {
    let parts = manifest.apiVersion.split(separator: "/").map(String.init)
    let versions = shelf.versions(of: manifest.kind, group: parts.count == 2 ? parts[0] : "")
    return versions.isEmpty
      ? "no schema of the kind is here; `consilium schemas import kubernetes` adds one"
      : "of the kind only \(versions.joined(separator: ", ")) is here"
  }

  private func diagnostic(_ fault: FieldFault, of manifest: Manifest) -> Diagnostic {
    Diagnostic(
      code: "manifest.\(fault.code)", summary: fault.summary, detail: fault.detail,
      range: SourceRange(
        file: manifest.range.file, start: manifest.position(at: fault.path) ?? manifest.range.start),
      address: manifest.address)
  }
}
