import Reporting
import Vocabulary

extension Report {
  /// Who refuses the bundle and why, as its list of files says it to the executor.
  package var bundleVetoes: [String] { verdict.vetoes.map { "\($0.by): \($0.reason)" } }
}
