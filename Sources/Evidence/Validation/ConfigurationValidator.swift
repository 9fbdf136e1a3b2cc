import ProviderSchemas
import ResourceGraph
import Basics
import HCL

/// Decides what `tofu validate` decides, without provider, network or credentials.
package struct ConfigurationValidator {
  private let schemas: [String: ProviderSchema]
  package let constraints: ConstraintSet
  private let siblings: Set<String>?
  private let resolvesInputs: Bool

  /// The code of what a provider does not accept although its schema does.
  package static let valueCode = "schema.constraint"

  /// - Parameters:
  ///   - schemas: by source, such as `hashicorp/aws`; providers without one stay unchecked.
  ///   - constraints: what providers demand beyond their schemas.
  ///   - siblings: the paths of all files beside the configuration, or nil when they are not known; then calls that read
  ///     files are not checked.
  ///   - resolvesInputs: whether values from variables and other resources are held against what the provider accepts,
  ///     as a plan does; `validate` does not look at them.
  package init(
    schemas: [ProviderSchema], constraints: ConstraintSet = .shipped, siblings: Set<String>? = nil,
    resolvesInputs: Bool = false
  ) {
    self.constraints = constraints
    self.resolvesInputs = resolvesInputs
    self.schemas = Dictionary(schemas.map { ($0.source, $0) }) { first, _ in first }
    self.siblings = siblings
  }

  /// With all schemas that come with the program.
  /// - Parameter resolvesInputs: as a plan does it: values from variables and other resources are held against what the
  ///   provider accepts, too.
  package static func builtIn(siblings: Set<String>? = nil, resolvesInputs: Bool = false)
    -> ConfigurationValidator
  {
    ConfigurationValidator(
      schemas: ProviderSchema.shipped, siblings: siblings, resolvesInputs: resolvesInputs)
  }

  /// Checks the files of one module, path to text, and of the modules it calls where their files are among them.
  package func validate(files: [String: String]) -> ValidationReport {
    validate(Module(files: files, schemas: schemas), paths: Set(files.keys))
  }

  private func validate(_ module: Module, paths: Set<String>) -> ValidationReport {
    var diagnostics = module.diagnostics + module.checkedReferences()
    var report = ValidationReport(diagnostics: [], checked: [], unchecked: [])
    // What does not parse is not looked at further: half a block would only give wrong messages.
    if !module.diagnostics.contains(where: { $0.code == "hcl.syntax" }) {
      diagnostics += checkParsed(module, paths: paths)
      diagnostics += ModuleCallCheck(module).diagnostics
      for source in ProviderNames(module).used {
        if let schema = schemas[source] {
          report.checked.append(schema.name)
        } else {
          report.unchecked.append(source)
        }
      }
      for child in module.children.values {
        let inner = validate(child, paths: paths)
        diagnostics += inner.diagnostics
        report.checked = Set(report.checked + inner.checked).sorted()
        report.unchecked = Set(report.unchecked + inner.unchecked).sorted()
      }
    }
    report.diagnostics = Self.sorted(diagnostics)
    return report
  }

  private func checkParsed(_ module: Module, paths: Set<String>) -> [Diagnostic] {
    let evaluator = ModuleEvaluator(module, inputs: [:], usesDefaults: false)
    let providers = ProviderNames(module)
    var diagnostics = checkBlocks(of: module, evaluator: evaluator, providers: providers)
    diagnostics += AttributeCheck(module, schemas: schemas, providers: providers).diagnostics()
    _ = evaluator.resources()
    evaluator.evaluateRest()
    // Names are checked already, and with "did you mean".
    diagnostics += evaluator.diagnostics.filter { $0.summary != "Unknown variable" }
    diagnostics += ModuleBlockCheck(module).diagnostics()
    if let siblings {
      diagnostics += FileCheck(module, evaluator: evaluator, paths: siblings.union(paths)).diagnostics()
    }
    return diagnostics
  }

  private func checkBlocks(of module: Module, evaluator: ModuleEvaluator, providers: ProviderNames)
    -> [Diagnostic]
  {
    var found: [Diagnostic] = []
    let planned = resolvesInputs ? ModuleEvaluator(module, inputs: [:]) : evaluator
    for resource in module.resources {
      let source = providers.source(of: resource)
      guard let schema = schemas[source] else { continue }
      let isData = resource.kind == .data
      guard let block = isData ? schema.dataSource(resource.type) : schema.resource(resource.type) else {
        found.append(unknownType(resource, source: source, schema: schema))
        continue
      }
      var check = BodyCheck(schema: schema, evaluator: evaluator, address: resource.address)
      check.checkResource(resource.block.body, block: block)
      found += check.diagnostics
      if isData { continue }
      var demands = ConstraintCheck(resource, evaluator: planned, resolvesInputs: resolvesInputs)
      for constraint in constraints.constraints(for: resource.type) { demands.check(constraint) }
      found += demands.diagnostics
    }
    for provider in module.providers {
      guard let schema = schemas[providers.source(named: provider.labels[0])] else { continue }
      var check = BodyCheck(schema: schema, evaluator: evaluator, address: "provider.\(provider.labels[0])")
      check.checkProvider(provider.body, block: schema.provider)
      found += check.diagnostics
    }
    return found
  }

  private func unknownType(_ resource: Module.ResourceBlock, source: String, schema: ProviderSchema)
    -> Diagnostic
  {
    let isData = resource.kind == .data
    var hint =
      isData
      ? suggestion(for: resource.type, among: schema.dataSourceTypes)
      : suggestion(for: resource.type, among: schema.resourceTypes)
    if hint.isEmpty, isData ? schema.resource(resource.type) != nil : schema.dataSource(resource.type) != nil
    {
      hint =
        isData
        ? " Did you intend to use the managed resource type \"\(resource.type)\"? If so, declare this using a \"resource\" "
          + "block instead."
        : " Did you intend to use the data source \"\(resource.type)\"? If so, declare this using a \"data\" block instead."
    }
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
