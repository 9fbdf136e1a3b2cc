import Basics
import HCL
import ResourceGraph

/// Evaluates the price models of one provider, one resource after the other.
struct PriceScope {
  private let models: PriceModels
  private let place: PricePlace
  private let functions: [String: Function]

  /// A mean month: 365 days of 24 hours in 12 parts, as the clouds' own calculators count.
  static let hours = 730.0

  /// - Parameter context: any resource; each evaluation brings its own.
  init(models: PriceModels, context: PriceContext) {
    self.models = models
    place = PricePlace(context)
    var functions = PriceFunctions.all(place)
    for function in models.functions {
      functions[function.name] = Self.made(function, known: functions, place: place)
    }
    self.functions = functions
  }

  /// The services whose price was another region's times a factor, since the last time it was asked.
  func takeFactored() -> [String] { place.takeFactored() }

  /// The components of a resource's model, in order.
  func lines(of model: PriceModel, _ context: PriceContext, usage: Value) -> PriceLines {
    var variables = models.tables
    variables["self"] = context.resource.attributes
    variables["address"] = .string(context.resource.address)
    variables["type"] = .string(context.resource.type)
    variables["region"] = .string(context.region)
    variables["hours"] = .number(Self.hours)
    variables["usage"] = usage
    place.move(to: context, variables)
    var evaluator = Evaluator(scope: Scope(variables: variables, functions: functions), isLenient: true)
    for local in model.locals { evaluator.scope.variables[local.name] = evaluator.evaluate(local.value) }
    var lines = PriceLines(evaluator.evaluate(model.components))
    if let mistake = evaluator.diagnostics.first { lines.add(mistake: mistake) }
    return lines
  }

  /// A function of the models; a mistake in it is a reason why there is no price, never a cost that is left out.
  private static func made(
    _ function: ModelFunction, known: [String: Function], place: PricePlace
  ) -> Function {
    Function(from: 0, to: function.parameters.count, acceptsUnknown: true) {
      arguments throws(FunctionError) in
      var scope = Scope(variables: place.variables, functions: known)
      for (index, name) in function.parameters.enumerated() {
        scope.variables[name] = index < arguments.count ? arguments[index] : .null
      }
      var evaluator = Evaluator(scope: scope, isLenient: true)
      let value = evaluator.evaluate(function.result)
      guard let mistake = evaluator.diagnostics.first else { return value }
      return .object(["unpriced": .string("a mistake in its price model: \(mistake)")])
    }
  }
}
