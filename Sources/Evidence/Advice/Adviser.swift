import ProviderSchemas
import Policies
import Pricing
import Vocabulary

/// Gives advice on estates: rules, prices, policies and the schemas that patches are validated against.
package struct Adviser: Sendable {
  package let book: AdviceBook
  private let estimator: Estimator
  private let prices: PriceBook
  private let policies: PolicyPack
  private let schemas: SchemaShelf
  /// A patch that breaks another one is found in a later pass; more than these never come.
  private static let passes = 4

  /// - Parameters:
  ///   - own: prices that go before those of the book.
  ///   - discounts: what was agreed off the prices of the book.
  /// - Throws: where what ships with the program is broken.
  package init(
    schemas: SchemaShelf, own: [PriceFact] = [], discounts: [PriceDiscount] = [], book: AdviceBook? = nil
  ) throws {
    self.book = try book ?? AdviceBook.builtIn()
    self.schemas = schemas
    prices = try PriceBook.builtIn().overridden(by: own).discounted(by: discounts)
    estimator = Estimator(book: prices)
    policies = try PolicyPack.builtIn.get()
  }

  /// All advice on an estate, each patch validated with the others in place.
  package func advice(on estate: Estate, options: AdviceOptions = AdviceOptions()) -> EstateAdvice {
    var options = options
    let verification = PatchVerification(code: estate.code, schemas: schemas)
    var pass = 1
    while true {
      var run = AdviceRun(
        estate, book: book, estimator: estimator.on(day: estate.today.description), policies: policies,
        prices: prices, options: options)
      var advice = run.advise()
      let failures = verification.failures(run.taken)
      if failures.isEmpty, !run.taken.isEmpty { advice.patch = run.writer.whole }
      guard !failures.isEmpty, pass < Self.passes else {
        return validated(advice, sound: run.taken.map(\.fingerprint), failures: failures)
      }
      options.refusals.merge(failures) { first, _ in first }
      pass += 1
    }
  }

  private func validated(_ advice: EstateAdvice, sound: [String], failures: [String: String])
    -> EstateAdvice
  {
    var advice = advice
    let sound = Set(sound)
    for index in advice.recommendations.indices {
      let fingerprint = advice.recommendations[index].fingerprint
      if let failure = failures[fingerprint] {
        advice.recommendations[index].checks.append(
          AdviceCheck(name: "validation", status: .failed, detail: failure))
        advice.recommendations[index].withheld = "The patch fails the check of validation: \(failure)"
        advice.recommendations[index].patch = nil
      } else if sound.contains(fingerprint) {
        advice.recommendations[index].checks.insert(
          AdviceCheck(
            name: "validation", status: .passed, detail: "The code is valid with the patch in place."), at: 0)
      } else if advice.recommendations[index].patch?.diff.isEmpty == true {
        advice.recommendations[index].checks.insert(
          AdviceCheck(name: "validation", status: .unchecked, detail: "There is no code to validate."), at: 0)
      }
    }
    return advice
  }
}
