import Basics
import Foundation
import HCL
import Validation

extension Table {
  /// The conformance suite, OpenTofu's own configurations, and the reference solutions.
  func measureSyntax(_ corpora: Corpora) throws {
    let suite = try ConformanceSuite(corpora.root.appending(path: "hcl/specsuite"))
    row("hcl suite", "\(suite.passed) of \(suite.cases)", goal: "15 of 15")
    for failure in suite.failures { note(failure) }

    let validator = ConfigurationValidator.builtIn()
    for (folder, isValid) in [
      ("valid-files", true), ("valid-modules", true), ("invalid-files", false), ("invalid-modules", false),
    ] {
      let all = try corpora.configurations("opentofu/\(folder)")
      let wrong = all.filter { configuration in
        let problems = validator.validate(files: configuration.files).diagnostics.filter { diagnostic in
          // These load, but their providers are invented.
          !isValid || diagnostic.code.hasPrefix("hcl.")
            || (diagnostic.code.hasPrefix("configuration.") && !diagnostic.code.hasSuffix("self-reference"))
        }
        return problems.isEmpty != isValid
      }
      row(
        "opentofu \(folder) \(isValid ? "accepted" : "refused")", share(all.count - wrong.count, all.count),
        goal: "all")
      for (name, _) in wrong { note(name) }
    }

    let references = try corpora.references()
    let accepted = references.filter { validator.validate(files: ["main.tf": $0]).diagnostics.isEmpty }.count
    row("references accepted", share(accepted, references.count), goal: "all")
  }
}
