import Basics
import Advice
import ArgumentParser
import Foundation
import Terminal

struct ScheduleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Prints what runs `consilium advise` every night.",
    discussion: """
      EXAMPLES
        consilium schedule systemd -- advise --all /var/lib/states --remember
        consilium schedule kubernetes --shards 8 --image registry.example.com/consilium:1 -- advise --all /estates
        consilium schedule github -- advise infrastructure
      """)

  @Argument(help: "systemd, cron, kubernetes, github or gitlab.")
  var kind: SchedulePlan.Kind

  @Argument(parsing: .postTerminator, help: "What to run, after --; by default: advise --all /estates.")
  var command: [String] = []

  @Option(name: .long, help: "When, as 03:30.")
  var at = "03:30"

  @Option(name: .long, help: "The zone of that time.")
  var timeZone = "UTC"

  @Option(name: .long, help: "For Kubernetes: how many pods the estates are split over.")
  var shards = 1

  @Option(name: .long, help: "For Kubernetes and GitLab: the image with the program.")
  var image = "consilium:latest"

  @Option(name: .long, help: "For Kubernetes.")
  var namespace = "consilium"

  @Option(
    name: .long,
    help: "Where the program is; by default `consilium` on a PATH, and this one for systemd and cron.")
  var program: String?

  private var time: (hour: Int, minute: Int)? {
    let parts = at.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, (0...23).contains(parts[0]), (0...59).contains(parts[1]) else { return nil }
    return (parts[0], parts[1])
  }

  func validate() throws {
    if time == nil { throw ValidationError("--at is a time of day, as 03:30.") }
    if TimeZone(identifier: timeZone) == nil {
      throw ValidationError("'\(timeZone)' is not a time zone, such as Europe/Berlin.")
    }
    if !(1...1000).contains(shards) { throw ValidationError("--shards is a number from 1 to 1000.") }
    if shards > 1, !command.isEmpty, !command.contains("--all") {
      throw ValidationError("Only many estates can be split: --shards goes with advise --all.")
    }
    if let first = command.first, first != "advise" {
      throw ValidationError("What runs at night is advise, not \(first).")
    }
  }

  func run() async throws {
    let arguments = command.isEmpty ? ["advise", "--all", "/estates"] : command
    let own = Bundle.main.executablePath ?? "consilium"
    let program = program ?? ([.systemd, .cron].contains(kind) ? own : "consilium")
    let zone = ["--time-zone", timeZone]
    let words = [program] + arguments + (arguments.contains("--time-zone") ? [] : zone)
    let offset = (TimeZone(identifier: timeZone)?.secondsFromGMT() ?? 0) / 3600
    let plan = SchedulePlan(
      command: words.map(Self.quoted).joined(separator: " "),
      directory: Self.quoted(FileManager.default.currentDirectoryPath), hour: time?.hour ?? 3,
      minute: time?.minute ?? 30,
      zone: timeZone, shards: shards, image: image, namespace: namespace, offset: offset)
    Console.output(try plan.text(kind))
  }

  /// As a shell, systemd and YAML alike read it as one word.
  private static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./:=@,+".contains($0) }
    return isPlain ? word : "\"\(word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

extension SchedulePlan.Kind: ExpressibleByArgument {}
