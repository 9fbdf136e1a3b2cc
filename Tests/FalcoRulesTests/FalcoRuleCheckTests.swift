import Basics
import Foundation
import Testing

@testable import FalcoRules

/// The grammar of Falco's rules: what the project itself publishes is taken, planted mistakes are not.
struct FalcoRuleCheckTests {
  private static let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

  private static func rule(
    _ condition: String, output: String = "A shell (user=%user.name)", more: String = "  priority: WARNING\n"
  ) -> String {
    "- rule: Shell\n  desc: A shell was started.\n  condition: >\n    \(condition)\n  output: \(output)\n\(more)"
  }

  private static let macro = "- macro: spawned\n  condition: evt.type in (execve, execveat)\n"

  @Test(arguments: [
    rule("proc.name = sh"), rule("proc.name in (sh, \"ba sh\", 'dash')"),
    rule("evt.dir = < and proc.name = sh"),
    rule("not (proc.name = sh or proc.name exists)"), rule("tolower(proc.name) startswith \"s\""),
    rule("fd.name pmatch (/etc, /usr) and proc.aname[2] = sh"),
    rule("evt.arg.flags contains A or evt.arg[1] = 2"),
    rule("proc.name in (shells)"), macro + rule("spawned and proc.name = sh"),
    rule("proc.name=sh and user.uid!=0"),
  ])
  func takesWhatIsRight(_ text: String) throws {
    let verdict = try FalcoRuleCheck().check(text, file: "rules.yaml")
    #expect(verdict.diagnostics.isEmpty, "\(verdict.diagnostics)")
    #expect(verdict.unchecked.isEmpty, "\(verdict.unchecked)")
  }

  @Test(arguments: [
    (rule("proc.name ="), "A value is expected"),
    (rule("proc.name = sh proc.name = ash"), "'and' or 'or' is expected"),
    (rule("(proc.name = sh"), "')' is expected"), (rule("proc.name in (sh"), "')' is expected"),
    (rule("proc.name = \"sh"), "quote"), (rule("and proc.name = sh"), "is expected before 'and'"),
    (rule("proc.nam = sh"), "Did you mean 'name'?"), (rule("proc.name equals sh"), "An operator is expected"),
    (macro + rule("spawnd and proc.name = sh"), "Did you mean 'spawned'?"),
    (rule("proc.name = sh", output: "A shell (user=%user.nme)"), "Did you mean 'name'?"),
    (rule("proc.name = sh", more: "  priority: WARNNG\n"), "Did you mean 'warning'?"),
    (rule("proc.name = sh", more: ""), "needs 'priority'"),
    (rule("proc.name = sh", more: "  priority: INFO\n  tag: [a]\n"), "Did you mean 'tags'?"),
    ("- rul: Shell\n", "Did you mean 'rule'?"), ("- list: shells\n", "needs 'items'"),
    ("a: 1\n", "are a list"),
  ])
  func refusesMistakes(_ text: String, words: String) throws {
    let verdict = try FalcoRuleCheck().check(text, file: "rules.yaml")
    let said = verdict.diagnostics.map(\.description).joined(separator: "\n")
    #expect(said.contains(words), "\(said)")
  }

  /// What another file or a plugin has is left open, and named.
  @Test func whatIsNotHereIsNotChecked() throws {
    let verdict = try FalcoRuleCheck().check(Self.rule("elsewhere and ct.name = x"), file: "rules.yaml")
    #expect(verdict.diagnostics.isEmpty)
    #expect(verdict.unchecked == ["macro elsewhere", "field ct.name"])
  }

  @Test(.enabled(if: corpora != nil)) func takesTheFilesOfTheProject() throws {
    let folder = try #require(Self.corpora) + "/monitoring/falco"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
    #expect(names.count >= 3)
    var texts: [String] = []
    for name in names.sorted() {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      let verdict = try FalcoRuleCheck().check(text, file: name)
      #expect(verdict.diagnostics.isEmpty, "\(name): \(verdict.diagnostics.prefix(5))")
      texts.append(text)
    }
    // A word left out of every condition with an operator in it is found each time.
    let whole = texts.joined()
    let broken = whole.replacing(" in (", with: " (")
    let found = try FalcoRuleCheck().check(broken, file: "broken.yaml").diagnostics
    #expect(found.count > 50, "\(found.count)")
  }
}
