import Basics
import HCL
import ProviderSchemas

/// Evaluates the blocks of a module on demand: each local and resource once, whatever refers to it.
package final class ModuleEvaluator {
  package let module: Module
  private let inputs: [String: Value]
  private var variables: [String: Value] = [:]
  private var locals: [String: Value] = [:]
  private var instances: [String: [Resource]] = [:]
  /// What is being evaluated: referring to it again is a cycle, and its value unknown.
  private var open: Set<String> = []
  private var localReferences: [String: [Traversal]] = [:]

  /// What went wrong in the evaluations so far.
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether variables without a value have that of their default; when checking, they can be anything.
  private let usesDefaults: Bool

  /// Shared with the modules that this one calls.
  let steps: StepBudget
  /// How what only apply can tell is named; nil where it is unknown.
  let names: ComputedNames?
  /// The address of the module with a dot behind, empty for the root.
  let prefix: String
  private var outputs: [String: Value] = [:]
  /// Of one expression.
  private static let most = 200_000

  /// - Parameters:
  ///   - steps: what all modules of a configuration may use together.
  ///   - names: gives names to what only apply can tell.
  ///   - prefix: the address of the module with a dot behind.
  package init(
    _ module: Module, inputs: [String: Value], usesDefaults: Bool = true, steps: StepBudget = StepBudget(),
    names: ComputedNames? = nil, prefix: String = ""
  ) {
    self.steps = steps
    self.names = names
    self.prefix = prefix
    self.module = module
    self.inputs = inputs
    self.usesDefaults = usesDefaults
  }

  package func resources() -> [Resource] {
    module.resources.flatMap { instances(of: $0) }
  }

  package func evaluate(_ expression: HCLExpression, each: [String: Value] = [:]) -> Value {
    var evaluator = makeEvaluator(each: each)
    let value = counted(&evaluator, expression: expression)
    diagnostics += evaluator.diagnostics
    return value
  }

  /// The value without a word about mistakes.
  package func peek(_ expression: HCLExpression, each: [String: Value] = [:]) -> Value {
    var evaluator = makeEvaluator(each: each)
    return counted(&evaluator, expression: expression)
  }

  /// Evaluates with one of this module's evaluators, and takes what that used from the steps of all.
  func counted(_ evaluator: inout Evaluator, expression: HCLExpression) -> Value {
    let given = min(Self.most, steps.left)
    let value = evaluator.evaluate(expression)
    steps.spend(evaluator.used(of: given))
    return value
  }

  /// Evaluates what no resource needs: locals, outputs and provider blocks.
  package func evaluateRest() {
    for name in module.locals.keys.sorted() { _ = local(name) }
    for block in module.providers + module.outputs.values {
      _ = BlockReader(evaluator: self, each: [:]).members(of: block.body)
    }
  }

  package func makeEvaluator(each: [String: Value]) -> Evaluator {
    let scope = Scope(variables: each) { [unowned self] traversal in
      self.resolve(traversal)
    }
    // A chain of references costs stack like an expression of this depth.
    return Evaluator(scope: scope, budget: min(Self.most, steps.left), depth: open.count * 48)
  }

  private func resolve(_ traversal: Traversal) -> Scope.Resolution? {
    let all = traversal.steps.count
    switch traversal.root {
    case "var":
      guard let name = traversal.steps.first?.name else { return (.unknown, all) }
      return (variable(name), 1)
    case "local":
      guard let name = traversal.steps.first?.name else { return (.unknown, all) }
      return (local(name), 1)
    case "data":
      guard all >= 2, let type = traversal.steps[0].name, let name = traversal.steps[1].name else {
        return (.unknown, all)
      }
      return resolveResource("data.\(type).\(name)", traversal: traversal, steps: 2)
    case "resource":
      guard all >= 2, let type = traversal.steps[0].name, let name = traversal.steps[1].name else {
        return (.unknown, all)
      }
      return resolveResource("\(type).\(name)", traversal: traversal, steps: 2)
    case "path" where traversal.steps.first?.name == "module": return (.string(module.path), 1)
    case "path" where traversal.steps.first?.name == "root": return (.string("."), 1)
    case "module" where names != nil: return output(traversal)
    case "count", "each", "self", "path", "terraform", "module":
      return (.unknown, all)
    default:
      guard let name = traversal.steps.first?.name else { return nil }
      return resolveResource("\(traversal.root).\(name)", traversal: traversal, steps: 1)
    }
  }

  private func variable(_ name: String) -> Value {
    if let known = variables[name] { return known }
    var value = inputs[name] ?? .unknown
    if value.isUnknown, usesDefaults, let fallback = module.variables[name]?.body.attribute("default") {
      value = evaluate(fallback.value)
    }
    if value.isUnknown, names != nil, module.variables[name]?.isText == true {
      value = ComputedNames.name(ofVariable: name, prefix: prefix)
    }
    variables[name] = value
    return value
  }

  private func local(_ name: String) -> Value {
    if let known = locals[name] { return known }
    guard let attribute = module.locals[name], open.insert("local.\(name)").inserted else { return .unknown }
    let value = evaluate(attribute.value)
    open.remove("local.\(name)")
    locals[name] = value
    return value
  }

  /// The value behind `type.name[key].attribute`: known where the configuration sets it.
  private func resolveResource(_ address: String, traversal: Traversal, steps: Int) -> Scope.Resolution? {
    guard let index = module.resourceIndex[address] else { return (.unknown, traversal.steps.count) }
    let declared = module.resources[index]
    let found = instances(of: declared)
    let isCounted =
      declared.block.body.attribute("count") != nil || declared.block.body.attribute("for_each") != nil
    var next = steps
    var instance = found.first
    if isCounted {
      guard next < traversal.steps.count, case .index(let key) = traversal.steps[next].kind else {
        return (collection(of: found), next)
      }
      instance = found.first { $0.key == key }
      next += 1
    }
    guard next < traversal.steps.count, let name = traversal.steps[next].name else {
      return (.unknown, traversal.steps.count)
    }
    if let value = instance?.attributes[name], !value.isUnknown || names == nil {
      guard NestedBlockValue.isBlock(name, in: declared.block.body) else { return (value, next + 1) }
      let rest = traversal.steps[(next + 1)...]
      return (NestedBlockValue(value).value(after: rest), traversal.steps.count)
    }
    if next + 1 == traversal.steps.count, let instance,
      let named = names?.name(of: name, address: prefix + instance.address)
    {
      return (named, next + 1)
    }
    return (.unknown, traversal.steps.count)
  }

  /// What a module that is called gives to `module.name.output`, where its files are here.
  private func output(_ traversal: Traversal) -> Scope.Resolution? {
    let all = traversal.steps.count
    guard all >= 2, let name = traversal.steps[0].name, let output = traversal.steps[1].name,
      let child = module.children[name], let call = module.calls[name],
      call.body.attribute("count") == nil, call.body.attribute("for_each") == nil
    else { return (.unknown, all) }
    let key = "\(name).\(output)"
    if let known = outputs[key] { return (known, 2) }
    guard open.insert("module.\(key)").inserted else { return (.unknown, all) }
    defer { open.remove("module.\(key)") }
    let value = evaluator(of: child, name: name, call: call, suffix: "", each: [:]).value(ofOutput: output)
    outputs[key] = value
    return (value, 2)
  }

  private func value(ofOutput name: String) -> Value {
    guard let block = module.outputs[name], let value = block.body.attribute("value") else { return .unknown }
    return evaluate(value.value)
  }

  /// Of all instances at once only the number or the keys are known, and what each is called where names are given; beyond that each
  /// is open-ended.
  private func collection(of instances: [Resource]) -> Value {
    if instances.contains(where: { $0.key?.isUnknown ?? true }) { return .unknown }
    if instances.allSatisfy({ $0.key?.integer != nil }) { return .list(instances.map(named)) }
    return .object(
      Dictionary(instances.compactMap { instance in instance.key?.text.map { ($0, named(instance)) } }) {
        first, _ in
        first
      })
  }

  /// What an instance has by its type: known, called by a name, or unknown. Without a schema nothing is, as what an object does not
  /// have would count as not set.
  private func named(_ instance: Resource) -> Value {
    guard let names, let schema = ProviderSchema.shippedResource(instance.type) else { return .unknown }
    let members = Set(schema.attributes.keys).union(schema.blocks.keys)
    return .object(
      members.reduce(into: [:]) { object, name in
        let known = instance.attributes[name].flatMap { $0.isUnknown ? nil : $0 }
        object[name] = known ?? names.name(of: name, address: prefix + instance.address) ?? .unknown
      })
  }

  private func instances(of declared: Module.ResourceBlock) -> [Resource] {
    if let known = instances[declared.address] { return known }
    guard open.insert(declared.address).inserted else { return [] }
    defer { open.remove(declared.address) }
    let made = Expansion(of: declared, by: self).instances()
    instances[declared.address] = made
    return made
  }

  /// The references of an expression to resources, also through a few locals.
  package func references(_ expression: HCLExpression, depth: Int = 0) -> [Traversal] {
    expression.references.flatMap { traversal -> [Traversal] in
      guard traversal.root == "local", let name = traversal.steps.first?.name else { return [traversal] }
      if let known = localReferences[name] { return known }
      guard let attribute = module.locals[name], depth < 32 else { return [] }
      localReferences[name] = []
      let found = references(attribute.value, depth: depth + 1)
      localReferences[name] = found
      return found
    }
  }

  /// Whether an expression is a reference and nothing else, also through locals.
  package func isReference(_ expression: HCLExpression, depth: Int = 0) -> Bool {
    switch expression.kind {
    case .wrapped(let inner), .parentheses(let inner): return isReference(inner, depth: depth)
    case .reference(let traversal):
      guard traversal.root == "local", let name = traversal.steps.first?.name, traversal.steps.count == 1
      else { return true }
      guard let attribute = module.locals[name], depth < 32 else { return false }
      return isReference(attribute.value, depth: depth + 1)
    default: return false
    }
  }
}
