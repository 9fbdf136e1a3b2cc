import Commands

/// The command: asks and advises; cannot apply.
@main
enum Program {
  static func main() async { await ConsiliumCommand.start() }
}
