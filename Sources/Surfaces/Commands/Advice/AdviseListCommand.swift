import Records
import ArgumentParser
import Basics
import Services
import Terminal

struct AdviseListCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the advice that is remembered, and what became of it.")

  @OptionGroup var store: StoreOption

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func run() async throws {
    let records = try await RememberedAdviceService(
      installation: StoreOption.installation, storeFile: store.file
    ).list()
    switch format {
    case .json: Console.output(try JSONValue(encoding: records).pretty)
    case .text:
      for record in records {
        let predicted = record.predicted.map { Money.text($0) } ?? "–"
        let realised = record.realised.map { ", realised \(Money.text($0))" } ?? ""
        Console.output(
          "\(record.fingerprint) \(record.status.rawValue) since \(record.first) \(predicted)\(realised) "
            + "\(record.estate): \(record.address): \(record.title)\n")
      }
    }
  }
}
