import ExecutorCommands

/// The executor: plans, takes approvals and applies; knows no model.
@main
enum Program {
  static func main() async { await ExecutorCommand.start() }
}
