import Basics
import HCL
import Infrastructure

/// Where the price model of one resource is evaluated: its arguments, its usage, and the functions models may call.
struct PriceScope {
  private var evaluator: Evaluator

  /// A mean month: 365 days of 24 hours in 12 parts, as the clouds' own calculators count.
  static let hours = 730.0

  init(context: PriceContext, models: PriceModels, usage: Value) {
    var variables = models.tables
    variables["self"] = context.resource.attributes
    variables["address"] = .string(context.resource.address)
    variables["type"] = .string(context.resource.type)
    variables["region"] = .string(context.region)
    variables["hours"] = .number(Self.hours)
    variables["usage"] = usage
    var functions = PriceFunctions.all(context)
    for function in models.functions {
      let (known, values) = (functions, variables)
      functions[function.name] = Function(
        from: 0, to: function.parameters.count, acceptsUnknown: true
      ) { arguments throws(FunctionError) in
        var scope = Scope(variables: values, functions: known)
        for (index, name) in function.parameters.enumerated() {
          scope.variables[name] = index < arguments.count ? arguments[index] : .null
        }
        var evaluator = Evaluator(scope: scope, isLenient: true)
        return evaluator.evaluate(function.result)
      }
    }
    evaluator = Evaluator(scope: Scope(variables: variables, functions: functions), isLenient: true)
  }

  /// Mistakes of the model itself; what a resource lacks is none.
  var diagnostics: [Diagnostic] { evaluator.diagnostics }

  /// The components of the model, in order.
  mutating func lines(of model: PriceModel) -> PriceLines {
    for local in model.locals { evaluator.scope.variables[local.name] = evaluator.evaluate(local.value) }
    return PriceLines(evaluator.evaluate(model.components))
  }
}
