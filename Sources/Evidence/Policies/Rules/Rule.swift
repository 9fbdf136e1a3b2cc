import Basics
import HCL
import Vocabulary

/// One check on resources, written as data.
package struct Rule: Sendable {
  /// Stable: `aws-rds-encrypted`.
  package let id: String
  /// A fixed phrase that says what is wrong when it fails.
  package let title: String
  package let severity: Severity
  package let category: Finding.Category
  /// The types it is about: `aws_db_instance`, `data.aws_iam_policy_document`, `provider`, `Deployment`.
  package let types: [String]
  /// Whether it is about a resource at all; nil for all of its types.
  package let applies: HCLExpression?
  /// True passes, false and null fail, unknown stays unknown.
  package let require: HCLExpression
  /// What is wrong here, with the values seen.
  package let message: HCLExpression
  /// Why it matters, in a sentence or two.
  package let why: String
  /// What a person should do.
  package let advice: String
  /// Where the demand comes from: `CIS AWS 1.5 2.3.1`.
  package let references: [String]
  /// What only a person can supply before it can be done; nil where nothing is missing.
  package let awaits: String?
  /// What the program can do itself.
  package let remedy: Remedy?
  /// Configurations that pass and that fail, to prove the rule with.
  package let passing: RuleCase
  package let failing: RuleCase
}
