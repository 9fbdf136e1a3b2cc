import Records
import ArgumentParser
import Services
import Terminal

struct AdviseDismissCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "dismiss", abstract: "Sets advice aside, with a reason and until a day.")

  @Argument(help: "The fingerprint of the advice, or as much of it as is its own.")
  var fingerprint: String

  @Option(name: .long, help: "Why; it stands in every report until then.")
  var reason: String

  @Option(name: .long, help: "The last day on which it stays set aside: 2027-03-31. By default always.")
  var until: String?

  @OptionGroup var store: StoreOption

  func run() async throws {
    let dismissing = RememberedAdviceService(
      installation: StoreOption.installation, storeFile: store.file)
    let record = try await dismissing.dismiss(fingerprint, reason: reason, until: until)
    let end = record.until.map { "until \($0)" } ?? "for good"
    Console.output("\(record.fingerprint) \(record.address) is dismissed \(end): \(record.title)\n")
  }
}
