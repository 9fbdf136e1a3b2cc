import Basics
import Services
import Terminal

/// What a run would take, for the person or a program.
struct ForecastOutput {
  private let forecast: RunForecast
  private let format: OutputFormat

  init(_ forecast: RunForecast, format: OutputFormat) {
    self.forecast = forecast
    self.format = format
  }

  func give() throws {
    switch format {
    case .json: Console.output(try JSONValue(encoding: forecast).pretty)
    case .text: Console.output(text)
    }
  }

  private var text: String {
    guard !forecast.steps.isEmpty else {
      return "The handbook answers for every agent: no model is asked, and the run costs nothing.\n"
    }
    let lines = forecast.steps.map { step in
      let price = Self.range(from: step.dollars, to: step.mostDollars)
      return
        "\(step.step): \(step.calls) calls of \(step.model), some \(step.inputTokens) tokens in and \(step.outputTokens) out (\(step.mostOutputTokens) with the longest answers), \(price)"
    }
    let total = Self.range(from: forecast.likelyDollars, to: forecast.mostDollars)
    var ending =
      "In all: \(forecast.likelyCalls) calls, some \(forecast.likelyTokens) tokens, \(total). The budget: \(forecast.calls) calls, \(forecast.tokens) tokens, \(Money.text(forecast.dollars))."
    if let likely = forecast.likelyDollars, likely > forecast.dollars {
      ending += " It would end before everything is done."
    } else if forecast.likelyTokens > forecast.tokens || forecast.likelyCalls > forecast.calls {
      ending += " It would end before everything is done."
    }
    let notes =
      "A call more for each answer that does not fit its form and for each draft that the checks refuse; objections, revision and ballots only where the drafts differ or have findings. The sizes are those of a request for a web shop with a database."
    return (lines + [ending, notes]).joined(separator: "\n") + "\n"
  }

  private static func range(from likely: Double?, to most: Double?) -> String {
    guard let likely, let most else { return "no price" }
    return "\(Money.text(likely)) (\(Money.text(most)) with the longest answers)"
  }
}
