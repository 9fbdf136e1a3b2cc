import ProviderSchemas
import ResourceGraph
import Basics
import HCL

/// Decides what `tofu validate` decides, without provider, network or credentials.
package struct ConfigurationValidator: Sendable {
  package let shelf: SchemaShelf
  package let constraints: ConstraintSet
  private let finder: (any FileFinder)?
  private let isWhole: Bool
  private let resolvesInputs: Bool

  /// The code of what a provider does not accept although its schema does.
  package static let valueCode = "schema.constraint"

  /// - Parameters:
  ///   - shelf: the schemas at hand; providers without one stay unchecked.
  ///   - constraints: what providers demand beyond their schemas.
  ///   - finder: finds the files that calls read; without one they are not checked.
  ///   - isWhole: whether all that belongs to the configuration is given, so that a local module that is not is not there.
  ///   - resolvesInputs: whether values from variables and other resources are held against what the provider accepts,
  ///     as a plan does; `validate` does not look at them.
  package init(
    shelf: SchemaShelf = .shipped, constraints: ConstraintSet = .shipped, finder: (any FileFinder)? = nil,
    isWhole: Bool = false, resolvesInputs: Bool = false
  ) {
    self.shelf = shelf
    self.constraints = constraints
    self.finder = finder
    self.isWhole = isWhole
    self.resolvesInputs = resolvesInputs
  }

  /// With the schemas that come with the program.
  /// - Parameters:
  ///   - siblings: the paths of all files of a draft, or nil when they are not known.
  ///   - resolvesInputs: as a plan does it: values from variables and other resources are held against what the
  ///     provider accepts, too.
  package static func builtIn(siblings: Set<String>? = nil, resolvesInputs: Bool = false)
    -> ConfigurationValidator
  {
    ConfigurationValidator(
      finder: siblings.map { SiblingFiles($0) }, isWhole: siblings != nil, resolvesInputs: resolvesInputs)
  }

  /// Checks the files of one module, path to text, and of the modules it calls where their files are among them.
  package func validate(files: [String: String]) -> ValidationReport {
    validate(ConfigurationSources(files: files))
  }

  /// Checks the root module and the modules it calls, each folder once.
  package func validate(_ sources: ConfigurationSources) -> ValidationReport {
    let root = Module(sources, schemas: shelf)
    let usual = SchemaSelection(root, shelf: shelf, locked: sources.locked)
    let report = validate(root, selection: usual)
    guard report.verdict == .invalid else { return report }
    // Modules that take several majors are right where one of them takes what they say; the report names which.
    let newest = SchemaSelection(root, shelf: shelf, locked: sources.locked, prefersNewest: true)
    guard newest.differs(from: usual) else { return report }
    let other = validate(root, selection: newest)
    return other.verdict == .invalid ? report : other
  }

  private func validate(_ root: Module, selection: SchemaSelection) -> ValidationReport {
    var report = ValidationReport(diagnostics: [], checked: [], unchecked: [])
    var unchecked: Set<String> = []
    var used: Set<String> = []
    for module in root.all {
      report.diagnostics += module.diagnostics + module.checkedReferences()
      // What does not parse is not looked at further: half a block would only give wrong messages.
      if module.diagnostics.contains(where: { $0.code == "hcl.syntax" }) { continue }
      used.formUnion(ProviderNames(module).used)
      report.diagnostics += checkParsed(module, selection: selection, unchecked: &unchecked)
      if shelf.isAhead { report.diagnostics += UpgradeCheck(module, shelf: shelf).diagnostics }
    }
    for source in used.sorted() {
      if let schema = selection.schemas[source] { report.checked.append(schema.name) }
      if let part = selection.openPart(of: source) { unchecked.insert(part) }
    }
    report.unchecked = unchecked.sorted()
    report.diagnostics = Self.sorted(report.diagnostics)
    return report
  }

  private func checkParsed(_ module: Module, selection: SchemaSelection, unchecked: inout Set<String>)
    -> [Diagnostic]
  {
    let evaluator = ModuleEvaluator(module, inputs: [:], usesDefaults: false)
    let types = TypeInference(module, evaluator: evaluator)
    let providers = ProviderNames(module)
    var diagnostics = checkBlocks(
      of: module, evaluator: evaluator, providers: providers, selection: selection,
      unchecked: &unchecked)
    diagnostics += AttributeCheck(module, schemas: selection.schemas, providers: providers).diagnostics()
    _ = evaluator.resources()
    evaluator.evaluateRest()
    // Names are checked already, and with "did you mean".
    diagnostics += evaluator.diagnostics.filter { $0.summary != "Unknown variable" }
    diagnostics += ModuleBlockCheck(module).diagnostics()
    diagnostics += RepetitionCheck(module, evaluator: evaluator, types: types).diagnostics
    diagnostics += ConditionalCheck(module, types: types).diagnostics
    let calls = ModuleCallCheck(module, evaluator: evaluator, types: types, isWhole: isWhole)
    diagnostics += calls.diagnostics
    unchecked.formUnion(calls.unchecked)
    if let finder {
      var check = FileCheck(module, evaluator: evaluator, finder: finder)
      check.run()
      diagnostics += check.diagnostics
      unchecked.formUnion(check.unchecked)
    }
    return diagnostics
  }

  private func checkBlocks(
    of module: Module, evaluator: ModuleEvaluator, providers: ProviderNames,
    selection: SchemaSelection,
    unchecked: inout Set<String>
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let planned = resolvesInputs ? ModuleEvaluator(module, inputs: [:]) : evaluator
    for resource in module.resources {
      let source = providers.source(of: resource)
      guard let schema = selection.schemas[source] else { continue }
      let later = selection.laterVersions(of: source)
      let isData = resource.kind == .data
      guard let block = isData ? schema.dataSource(resource.type) : schema.resource(resource.type) else {
        let hint = hint(for: resource, schema: schema)
        if let later, hint.isEmpty, !selection.hadType(resource.type, source: source) {
          unchecked.insert("\(schema.name) (has no \(resource.type); \(later) admits later versions)")
        } else {
          found.append(unknownType(resource, source: source, hint: hint))
        }
        continue
      }
      var check = BodyCheck(
        schema: schema, laterVersions: later,
        earlierNames: later == nil || isData ? [] : selection.earlierNames(of: resource.type, source: source),
        evaluator: evaluator, address: resource.address)
      check.checkResource(resource.block.body, block: block)
      found += check.diagnostics
      unchecked.formUnion(check.unchecked)
      if isData { continue }
      var demands = ConstraintCheck(resource, evaluator: planned, resolvesInputs: resolvesInputs)
      for constraint in constraints.constraints(for: resource.type) { demands.check(constraint) }
      found += demands.diagnostics
    }
    for provider in module.providers {
      let source = providers.source(named: provider.labels[0])
      guard let schema = selection.schemas[source] else { continue }
      var check = BodyCheck(
        schema: schema, laterVersions: selection.laterVersions(of: source), evaluator: evaluator,
        address: "provider.\(provider.labels[0])")
      check.checkProvider(provider.body, block: schema.provider)
      found += check.diagnostics
      unchecked.formUnion(check.unchecked)
    }
    return found
  }

  /// What may have been meant by a type that there is none of; empty where nothing is like it.
  private func hint(for resource: Module.ResourceBlock, schema: ProviderSchema) -> String {
    let isData = resource.kind == .data
    let alike =
      isData
      ? suggestion(for: resource.type, among: schema.dataSourceTypes)
      : suggestion(for: resource.type, among: schema.resourceTypes)
    guard alike.isEmpty,
      isData ? schema.resource(resource.type) != nil : schema.dataSource(resource.type) != nil
    else { return alike }
    return isData
      ? " Did you intend to use the managed resource type \"\(resource.type)\"? If so, declare this using a \"resource\" "
        + "block instead."
      : " Did you intend to use the data source \"\(resource.type)\"? If so, declare this using a \"data\" block instead."
  }

  private func unknownType(_ resource: Module.ResourceBlock, source: String, hint: String) -> Diagnostic {
    let isData = resource.kind == .data
    return Diagnostic(
      code: "schema.type", summary: isData ? "Invalid data source" : "Invalid resource type",
      detail: "The provider \(source) does not support \(isData ? "data source" : "resource type") "
        + "\"\(resource.type)\".\(hint)",
      range: resource.block.labelRanges.first, address: resource.address)
  }

  /// In source order, each once.
  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }.sorted { left, right in
      (left.range?.file ?? "", left.range?.start.offset ?? 0) < (
        right.range?.file ?? "", right.range?.start.offset ?? 0
      )
    }
  }
}
