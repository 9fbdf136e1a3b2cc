import HCL
import ResourceGraph
import Policies
import Pricing

/// What a rule of advice can name. Three functions can leave a rule undecided: `metric`, `cost` and `related` are unknown
/// where nobody told, and note what is missing.
struct AdviceScope: Sendable {
  let estate: Estate
  let working: WorkingGraph
  let relations: RelationIndex
  let environments: EnvironmentReader
  let book: AdviceBook
  let prices: PriceBook
  let region: String
  let missing: Missing
  /// What a resource costs a month now, as far as earlier advice left it; nil where no price is known.
  let costs: [String: Double]

  /// The names for one resource; `item` is the part of it that is looked at.
  func scope(_ resource: Resource, item: Value = .null, index: Int = 0) -> Scope {
    let variables: [String: Value] = [
      "self": resource.attributes, "name": .string(resource.name), "address": .string(resource.address),
      "type": .string(resource.type), "region": .string(region), "hours": .number(730), "item": item,
      "index": .number(Double(index)), "today": .string(estate.today.description),
      "estate": .string(estate.name),
      "window": .number(Double(estate.metrics?.window ?? 0)),
    ]
    let functions = relationFunctions(resource).merging(priceFunctions(resource)) { first, _ in first }
      .merging(measureFunctions(resource, item: item)) { first, _ in first }.merging(Self.plainFunctions) {
        first, _ in first
      }
    return Scope(variables: variables, functions: functions)
  }

  private func relationFunctions(_ resource: Resource) -> [String: Function] {
    [
      // The resources of a type whose argument names this one.
      "related": Function(2) { arguments throws(FunctionError) in
        let (type, path) = (try arguments.text(0), try arguments.text(1))
        guard let found = relations.referrers(of: resource, type: type, path: path, in: working) else {
          missing.note("what \(path) of \(type) names is not known in the code; a state tells")
          return .unknown
        }
        return .list(found.map(\.described))
      },
      // The same for the resource of an address.
      "related_to": Function(3) { arguments throws(FunctionError) in
        let (type, path) = (try arguments.text(1), try arguments.text(2))
        guard let subject = working[try arguments.text(0)] else { return .list([]) }
        guard let found = relations.referrers(of: subject, type: type, path: path, in: working) else {
          missing.note("what \(path) of \(type) names is not known in the code; a state tells")
          return .unknown
        }
        return .list(found.map(\.described))
      },
      // The resources of a type with a text in an argument.
      "related_by": Function(3) { arguments throws(FunctionError) in
        guard let text = arguments[2].text else { return .list([]) }
        let type = try arguments.text(0)
        return .list(
          relations.resources(type: type, path: try arguments.text(1), text: text, in: working).map(
            \.described))
      },
      // Whether the code or the state has such a resource, advised on or not.
      "declared": Function(3) { arguments throws(FunctionError) in
        guard let text = arguments[2].text else { return .bool(false) }
        return .bool(
          relations.declares(type: try arguments.text(0), path: try arguments.text(1), text: text))
      },
      // Whether any resource of a type has an argument with a word in it.
      "mentions": Function(3) { arguments throws(FunctionError) in
        .bool(
          relations.mentions(
            type: try arguments.text(0), path: try arguments.text(1), word: try arguments.text(2)))
      },
      // Whether an argument refers to another resource, known or not.
      "is_set_by_reference": Function(1) { arguments throws(FunctionError) in
        let path = try arguments.text(0)
        return .bool(resource.references.contains { $0.path == path && !$0.target.hasPrefix("var.") })
      },
      // What costs something and has none of these tags, in number, dollars and the first addresses.
      "untagged": Function(1) { arguments throws(FunctionError) in
        TagSurvey(working: working, costs: costs, defaults: environments.defaults).untagged(
          try arguments.texts(0))
      },
      // The resources that this one names in an argument.
      "referred": Function(1) { arguments throws(FunctionError) in
        let path = try arguments.text(0)
        var seen: Set<String> = []
        let found = resource.references.filter { $0.path == path }.flatMap { reference in
          working.instances(of: reference.target).compactMap { working[$0] }.filter(reference.means)
        }
        return .list(found.filter { seen.insert($0.address).inserted }.map(\.described))
      },
      "all_of_type": Function(1) { arguments throws(FunctionError) in
        let type = try arguments.text(0)
        if let export = Resource.export(ofType: type), !estate.sources.contains(export) {
          missing.note(export.option)
          return .unknown
        }
        return .list(working.resources(ofType: type).map(\.described))
      },
      "addresses": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
        .list(try arguments.list(0).compactMap { $0["$address"] })
      },
      "environment": Function(from: 0, to: 0) { _ throws(FunctionError) in
        environments.environment(of: resource)
      },
      "environment_of": Function(1) { arguments throws(FunctionError) in
        guard let other = working[try arguments.text(0)] else { return .null }
        return environments.environment(of: other)
      },
      // Whether it stands by for another one, by what people wrote or by what it copies.
      "stands_by": Function(from: 0, to: 0) { _ throws(FunctionError) in
        .bool(StandbyReader(tables: book.tables).isStandby(resource))
      },
      // Whether a source was given.
      "given": Function(1) { arguments throws(FunctionError) in
        .bool(AdviceSource(rawValue: try arguments.text(0)).map(estate.sources.contains) ?? false)
      },
      // Notes that something is not known and is unknown itself.
      "unknown_without": Function(1) { arguments throws(FunctionError) in
        missing.note(try arguments.text(0))
        return .unknown
      },
    ]
  }

  private func priceFunctions(_ resource: Resource) -> [String: Function] {
    let finder = ShapeFinder(book: prices, tables: book.tables, region: region)
    return [
      "price": Function(2) { arguments throws(FunctionError) in
        let service = try arguments.text(0)
        // What a cluster's nodes cost is the same wherever they are, until someone has prices of their own.
        let place = service.hasPrefix("kubernetes/") ? "any" : region
        return prices.price(service, key: try arguments.text(1), region: place).map(Value.number) ?? .null
      },
      // What this resource, or the one of an address, costs a month now.
      "cost": Function(from: 0, to: 1) { arguments throws(FunctionError) in
        let address = arguments.count == 0 ? resource.address : try arguments.text(0)
        if let cost = costs[address] { return .number(cost) }
        missing.note("a price of \(address)")
        return .unknown
      },
      // The same for rules that can do without.
      "cost_or_null": Function(1) { arguments throws(FunctionError) in
        costs[try arguments.text(0)].map(Value.number) ?? .null
      },
      "shape": Function(1) { arguments throws(FunctionError) in
        try Self.checked { try finder.shape($0) }(arguments)
      },
      "cheaper_type": Function(3) { arguments throws(FunctionError) in
        let (vcpu, memory) = (try arguments.number(1), try arguments.number(2))
        return try Self.checked { try finder.cheaper(than: $0, vcpu: vcpu, memory: memory) }(arguments)
      },
      "larger_type": Function(1) { arguments throws(FunctionError) in
        try Self.checked { try finder.larger(than: $0) }(arguments)
      },
      // The type with a family of a table, where it is sold: successor(type, table, service, key), with TYPE in the key.
      "successor": Function(4) { arguments throws(FunctionError) in
        let key = try arguments.text(3)
        return finder.replaced(
          try arguments.text(0), table: try arguments.text(1), service: try arguments.text(2)
        ) { key.replacing("TYPE", with: $0) }
      },
      "table": Function(2) { arguments throws(FunctionError) in
        book.tables.row(try arguments.text(0), key: try arguments.text(1)).map { row in
          .object(row.mapValues { Value.string($0) })
        } ?? .null
      },
    ]
  }

  private static func checked(
    _ body: @escaping @Sendable (String) throws -> Value
  ) -> @Sendable (Arguments) throws(FunctionError) -> Value {
    { arguments throws(FunctionError) in
      let text = try arguments.text(0)
      do {
        return try body(text)
      } catch {
        throw FunctionError("the shapes of instances cannot be read: \(error)")
      }
    }
  }

  private func measureFunctions(_ resource: Resource, item: Value) -> [String: Function] {
    [
      "metric": Function(1) { arguments throws(FunctionError) in
        try statistics(try arguments.text(0), resource: resource, item: item) ?? .unknown
      },
      // Null instead of unknown, for rules that can do without.
      "metric_or_null": Function(1) { arguments throws(FunctionError) in
        try statistics(try arguments.text(0), resource: resource, item: item) ?? .null
      },
    ]
  }

  /// Nil, with a note of what is missing, where nothing was measured.
  private func statistics(_ name: String, resource: Resource, item: Value) throws(FunctionError) -> Value? {
    guard let definition = book.metrics.definitions[name] else {
      throw FunctionError("there is no metric \"\(name)\"", argument: 0)
    }
    guard let metrics = estate.metrics else {
      missing.note(AdviceSource.metrics.option)
      return nil
    }
    let scope = Scope(variables: ["self": resource.attributes, "item": item])
    let keys = definition.keys.compactMap { key -> String? in
      var evaluator = Evaluator(scope: scope, isLenient: true)
      return evaluator.evaluate(key).text
    }
    if let statistics = metrics.statistics(name, keys: keys) { return statistics }
    let reason = metrics.missing[name].map { " (\($0))" } ?? ""
    let wanted = keys.isEmpty ? resource.address : Set(keys).sorted().joined(separator: " or ")
    missing.note("a series of \(name) for \(wanted)\(reason)")
    return nil
  }
}
