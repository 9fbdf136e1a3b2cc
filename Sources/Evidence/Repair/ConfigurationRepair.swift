import ProviderSchemas
import ResourceGraph
import Validation
import Basics
import HCL

/// Mends what can be repaired for certain: names that the schema knows under a similar one, blocks written as arguments
/// and the other way round, arguments that do not exist, references whose target is plain.
package struct ConfigurationRepair {
  /// The repaired files and what was done to them, in order.
  package struct Result: Sendable {
    package var files: [String: String]
    package var steps: [RepairStep]
    /// What could be done beside, and would lose something that was written; not made.
    package var offered: [RepairStep] = []
    package var report: ValidationReport
  }

  private let validator: ConfigurationValidator
  private let files: (any FileFinder)?
  private let keepsMeaning: Bool
  /// A repair can bring the next mistake to light, but not without end.
  private static let rounds = 12

  /// - Parameters:
  ///   - validator: says what is wrong, before and after.
  ///   - files: finds the files that calls read; an argument that reads one that is not there is replaced. Nil leaves
  ///     them alone.
  ///   - keepsMeaning: whether an edit that loses something that was written is only offered.
  package init(
    _ validator: ConfigurationValidator, files: (any FileFinder)? = nil, keepsMeaning: Bool = false
  ) {
    self.validator = validator
    self.files = files
    self.keepsMeaning = keepsMeaning
  }

  /// With the schemas that come with the program, for the files of a draft.
  package static func builtIn(siblings: Set<String>? = nil) -> ConfigurationRepair {
    ConfigurationRepair(.builtIn(siblings: siblings), files: siblings.map { SiblingFiles($0) })
  }

  /// Repairs the files of one module.
  package func repair(_ files: [String: String]) -> Result { repair(ConfigurationSources(files: files)) }

  /// Repairs the files of the root module; those that it calls stay. Files that do not parse stay as they are, unless only
  /// their end is missing, and so do files in JSON syntax.
  /// - Parameter found: what the validator says of them, where it was asked already.
  package func repair(_ sources: ConfigurationSources, found: ValidationReport? = nil) -> Result {
    var sources = sources
    var steps = keepsMeaning ? [] : Self.complete(&sources.files)
    var offered: [RepairStep] = []
    var report = (steps.isEmpty ? found : nil) ?? validator.validate(sources)
    for _ in 0..<Self.rounds where report.verdict == .invalid {
      let module = Module(sources, schemas: validator.shelf)
      if module.all.contains(where: { $0.diagnostics.contains { $0.code == "hcl.syntax" } }) { break }
      let schemas = SchemaSelection(module, shelf: validator.shelf, locked: sources.locked).certain
      let all = self.steps(for: module, sources.files, schemas: schemas)
      let found = keepsMeaning ? all.filter { !$0.isLossy } : all
      offered = keepsMeaning ? all.filter(\.isLossy) : []
      guard !found.isEmpty, let changed = Self.apply(found, to: sources.files) else { break }
      var next = sources
      next.files = changed.files
      let after = validator.validate(next)
      // A repair that makes things worse is none.
      if after.diagnostics.contains(where: { $0.code == "hcl.syntax" }) { break }
      guard after.diagnostics.count < report.diagnostics.count || after.diagnostics != report.diagnostics
      else { break }
      sources = next
      steps += changed.steps
      report = after
    }
    return Result(files: sources.files, steps: steps, offered: offered, report: report)
  }

  /// Closes texts that end in the middle.
  private static func complete(_ files: inout [String: String]) -> [RepairStep] {
    var steps: [RepairStep] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) where !path.hasSuffix(".json") {
      guard let cut = CutText(text) else { continue }
      let count = text.utf8.count
      let lost = cut.droppedLines == 0 ? "" : ", without its last \(cut.droppedLines) lines"
      let step = RepairStep(
        reason: "The text ends in the middle and was closed\(lost).", range: SourceRange(file: path),
        splices: [RepairStep.Splice(bytes: 0..<count, text: cut.completed)])
      files[path] = HCLFormatter.format(cut.completed) ?? cut.completed
      steps.append(step)
    }
    return steps
  }

  private func steps(for module: Module, _ files: [String: String], schemas: [String: ProviderSchema])
    -> [RepairStep]
  {
    let providers = ProviderNames(module)
    let evaluator = ModuleEvaluator(module, inputs: [:], usesDefaults: false)
    var finder = ValueFinder(module, schemas: schemas, providers: providers)
    var references = ReferenceRepair(module)
    references.repair(schemas, providers: providers)
    var steps = references.steps + TypeRepair(module, schemas: schemas, providers: providers).steps
    if validator.shelf.isAhead { steps += upgrade(module) }
    let touched = Set(steps.compactMap(\.address))
    for resource in module.resources {
      guard let schema = schemas[providers.source(of: resource)],
        let block = resource.kind == .data
          ? schema.dataSource(resource.type) : schema.resource(resource.type),
        let text = files[resource.block.typeRange.file]
      else { continue }
      var repair = BodyRepair(
        schema: schema, evaluator: evaluator, address: resource.address, text: text, files: self.files)
      repair.repair(resource.block.body, block: block)
      steps += repair.steps
      // What is missing shows only when everything else has its name and its place.
      guard repair.steps.isEmpty, !touched.contains(resource.address) else { continue }
      var missing = MissingRepair(resource, schema: schema, finder: finder)
      missing.repair(resource.block, expected: block)
      if missing.steps.isEmpty, resource.kind == .managed {
        var demands = ConstraintRepair(resource, block: block, evaluator: evaluator, missing: missing)
        demands.repairYielding()
        for constraint in validator.constraints.constraints(for: resource.type) { demands.repair(constraint) }
        steps += demands.steps
        missing = demands.missing
      }
      steps += missing.steps
      finder = missing.finder
    }
    return steps
  }

  /// The demands that shut the newest version of a provider out, raised.
  private func upgrade(_ module: Module) -> [RepairStep] {
    UpgradeCheck(module, shelf: validator.shelf).obstacles.map { obstacle in
      RepairStep(
        reason: "\(obstacle.source) is taken as \"\(obstacle.successor)\", which was \"\(obstacle.demand)\".",
        range: obstacle.range,
        splices: [
          RepairStep.Splice(
            bytes: obstacle.range.start.offset..<obstacle.range.end.offset, text: "\"\(obstacle.successor)\"")
        ])
    }
  }

  /// Makes the changes that do not get into the way of one another; the others wait for the next round. Nil when the
  /// changed text does not parse.
  private static func apply(_ steps: [RepairStep], to files: [String: String]) -> (
    files: [String: String], steps: [RepairStep]
  )? {
    var changed = files
    var applied: [RepairStep] = []
    for (path, same) in Dictionary(grouping: steps, by: \.range.file).sorted(by: { $0.key < $1.key })
    where !path.hasSuffix(".json") {
      guard let text = files[path] else { continue }
      let accepted = compatible(same)
      var bytes: [UInt8] = []
      var rest = Array(text.utf8)[...]
      for splice in accepted.flatMap(\.splices).inOrder {
        bytes += rest[rest.startIndex..<splice.bytes.lowerBound]
        bytes += splice.text.utf8
        rest = rest[splice.bytes.upperBound...]
      }
      guard let formatted = HCLFormatter.format(String(decoding: bytes + rest, as: UTF8.self)) else {
        return nil
      }
      changed[path] = formatted
      applied += accepted
    }
    return (changed, applied)
  }

  /// Without those of which some part lies inside of what an earlier one replaces.
  private static func compatible(_ steps: [RepairStep]) -> [RepairStep] {
    let parts = steps.enumerated().flatMap { step in
      step.element.splices.map { (step: step.offset, $0.bytes) }
    }
    var refused: Set<Int> = []
    var end = 0
    for (step, bytes) in parts.sorted(by: { ($0.1.lowerBound, $0.step) < ($1.1.lowerBound, $1.step) }) {
      if bytes.lowerBound < end { refused.insert(step) }
      if !refused.contains(step) { end = max(end, bytes.upperBound) }
    }
    return steps.enumerated().filter { !refused.contains($0.offset) }.map(\.element)
  }
}

extension [RepairStep.Splice] {
  /// From the start of the text to its end; those at one place in the order they were made.
  fileprivate var inOrder: [RepairStep.Splice] {
    enumerated().sorted {
      ($0.element.bytes.lowerBound, $0.offset) < ($1.element.bytes.lowerBound, $1.offset)
    }
    .map(\.element)
  }
}
