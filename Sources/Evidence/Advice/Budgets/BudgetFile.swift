import Basics
import StrictYAML

/// Reads a file of budgets; every key that has no effect is an error.
package struct BudgetFile: Sendable {
  package let budgets: [Budget]
  private static let keys: Set<String> = ["name", "estate", "address", "tag", "monthly", "increase"]

  /// - Throws: a `Diagnostic` with the place of the first mistake.
  package init(_ text: String, file: String) throws(Diagnostic) {
    let document = try StrictYAML.document(text, file: file)
    func fault(_ node: YAMLNode, detail: String) -> Diagnostic {
      Diagnostic(
        code: "advice.budget", summary: "Invalid budget", detail: detail,
        range: SourceRange(file: file, start: node.position))
    }
    guard let entries = document["budgets"]?.elements, document.pairs?.count == 1 else {
      throw fault(document, detail: "A file of budgets has one key, 'budgets', with a list.")
    }
    var budgets: [Budget] = []
    for entry in entries {
      guard let pairs = entry.pairs else { throw fault(entry, detail: "A budget is a mapping.") }
      for pair in pairs where !Self.keys.contains(pair.key) {
        let hint =
          Spelling.hint(for: pair.key, among: Self.keys.sorted())
        throw fault(pair.value, detail: "A budget has no key '\(pair.key)'.\(hint)")
      }
      func amount(_ key: String) throws(Diagnostic) -> Double? {
        guard let node = entry[key] else { return nil }
        guard let text = node.text, let number = Double(text), number >= 0, number.isFinite else {
          throw fault(node, detail: "'\(key)' is an amount of dollars a month, 0 or more.")
        }
        return number
      }
      let (monthly, increase) = (try amount("monthly"), try amount("increase"))
      guard let name = entry["name"]?.text, !name.isEmpty, monthly != nil || increase != nil else {
        throw fault(entry, detail: "A budget needs a 'name', and 'monthly' or 'increase' in dollars a month.")
      }
      let tags = (entry["tag"]?.pairs ?? []).compactMap { pair in pair.value.text.map { (pair.key, $0) } }
      guard tags.count == entry["tag"]?.pairs?.count ?? 0, entry["tag"] == nil || !tags.isEmpty else {
        throw fault(entry, detail: "'tag' is a mapping of names to values.")
      }
      budgets.append(
        Budget(
          name: name, estate: entry["estate"]?.text, address: entry["address"]?.text,
          tags: Dictionary(tags) { first, _ in first }, monthly: monthly, increase: increase))
    }
    guard Set(budgets.map(\.name)).count == budgets.count else {
      throw fault(document, detail: "Two budgets have the same name.")
    }
    self.budgets = budgets
  }
}
