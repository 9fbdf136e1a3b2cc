import Policies
import Vocabulary

/// A finding whose rule has a remedy, with the rules that apply it.
package struct RemedyOfFinding: Sendable {
  package let finding: Finding
  let application: RemedyApplication
}
