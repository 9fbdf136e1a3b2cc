import Basics
import HCL

/// Mends what can be mended for certain: names that the schema knows under a similar one, blocks written as arguments
/// and the other way round, arguments that do not exist, references whose target is plain.
package struct ConfigurationRepair {
  /// The mended files and what was done to them, in order.
  package struct Result: Sendable {
    package var files: [String: String]
    package var steps: [RepairStep]
    package var report: ValidationReport
  }

  private let validator: ConfigurationValidator
  private let schemas: [String: ProviderSchema]
  private let siblings: Set<String>?
  /// A mend can bring the next mistake to light, but not without end.
  private static let rounds = 6

  package init(schemas: [ProviderSchema], siblings: Set<String>? = nil) {
    self.siblings = siblings
    validator = ConfigurationValidator(schemas: schemas, siblings: siblings)
    self.schemas = Dictionary(schemas.map { ($0.source, $0) }) { first, _ in first }
  }

  /// With all schemas that come with the program.
  package static func builtIn(siblings: Set<String>? = nil) -> ConfigurationRepair {
    ConfigurationRepair(schemas: [ProviderSchema.aws].compactMap { $0 }, siblings: siblings)
  }

  /// Repairs the files of one module. Files that do not parse stay as they are.
  package func repair(_ files: [String: String]) -> Result {
    var files = files
    var steps: [RepairStep] = []
    var report = validator.validate(files: files)
    for _ in 0..<Self.rounds where report.verdict == .invalid {
      let module = Module(files: files)
      if module.diagnostics.contains(where: { $0.code == "hcl.syntax" }) { break }
      let found = self.steps(for: module, files)
      guard !found.isEmpty, let changed = Self.apply(found, to: files) else { break }
      let after = validator.validate(files: changed)
      // A mend that makes things worse is none.
      guard after.diagnostics.count < report.diagnostics.count || after.diagnostics != report.diagnostics
      else { break }
      files = changed
      steps += found
      report = after
    }
    return Result(files: files, steps: steps, report: report)
  }

  private func steps(for module: Module, _ files: [String: String]) -> [RepairStep] {
    let providers = ProviderNames(module)
    let evaluator = ModuleEvaluator(module, inputs: [:], usesDefaults: false)
    var steps: [RepairStep] = []
    for resource in module.resources {
      guard let schema = schemas[providers.source(of: resource)],
        let block = resource.kind == .data
          ? schema.dataSource(resource.type) : schema.resource(resource.type),
        let text = files[resource.block.typeRange.file]
      else { continue }
      var repair = BodyRepair(
        schema: schema, evaluator: evaluator, address: resource.address, text: text,
        siblings: siblings.map { $0.union(files.keys) })
      repair.mend(resource.block.body, block)
      if resource.kind == .managed { repair.addMissingName(to: resource, block) }
      steps += repair.steps
    }
    var references = ReferenceRepair(module)
    references.mend(schemas, providers)
    return steps + references.steps + TypeRepair(module, schemas, providers).steps
  }

  /// Nil when the changed text does not parse.
  private static func apply(_ steps: [RepairStep], to files: [String: String]) -> [String: String]? {
    var changed = files
    for (path, same) in Dictionary(grouping: steps, by: \.range.file) {
      guard let text = files[path] else { continue }
      var bytes = Array(text.utf8)
      var last = Int.max
      for splice in same.flatMap(\.splices).sorted(by: { $0.bytes.lowerBound > $1.bytes.lowerBound }) {
        // What lies inside of something already replaced waits for the next round.
        guard splice.bytes.upperBound <= last else { continue }
        bytes.replaceSubrange(splice.bytes, with: splice.text.utf8)
        last = splice.bytes.lowerBound
      }
      guard let formatted = HCLFormatter.format(String(decoding: bytes, as: UTF8.self)) else { return nil }
      changed[path] = formatted
    }
    return changed
  }
}
