import Records
import Services
import ArgumentParser
import Basics
import Vocabulary
import Terminal

struct MemoryCalibrationCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "calibration",
    abstract: "Shows how sure each agent and model was, and how often it turned out right.",
    discussion: """
      A claim is settled by what became of the run: planned or applied is right, a failed apply is not. The crew's own
      confidence ('verdict') is published as claimed until \(Calibration.needed) outcomes are known, and moved towards what
      such claims came to from then on.

      EXAMPLES
        consilium memory calibration
        consilium memory calibration --format json
      """)

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  @OptionGroup var store: StoreOption

  func run() async throws {
    let scores = try await store.memory.calibration()
    guard format == .text else { return Console.output(try JSONValue(encoding: scores).pretty) }
    if scores.isEmpty { Console.error("No outcome is known yet: plan or apply what a consultation gave.\n") }
    for score in scores {
      let numbers = [score.claimed, score.right].map { Money.percent($0) }
      Console.output(
        "\(score.agent) (\(score.model)): \(score.count) outcomes, claimed \(numbers[0]), right \(numbers[1]), Brier score \(score.brier)\n"
      )
    }
  }
}
