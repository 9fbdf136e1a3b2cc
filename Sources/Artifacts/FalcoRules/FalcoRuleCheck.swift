import Basics
import StrictYAML

/// Whether Falco takes a file of rules, as far as its grammar and its own fields tell: keys, conditions, outputs, priorities, and
/// the macros that conditions name.
package struct FalcoRuleCheck: Sendable {
  private let fields: FieldTable

  private static let priorities = [
    "emergency", "alert", "critical", "error", "warning", "notice", "informational", "info", "debug",
  ]
  /// The keys of each kind of entry.
  private static let keys: [String: Set<String>] = [
    "rule": [
      "rule", "desc", "condition", "output", "priority", "tags", "enabled", "source", "exceptions",
      "override",
      "append", "warn_evttypes", "skip-if-unknown-filter", "capture", "capture_duration",
    ],
    "macro": ["macro", "condition", "source", "override", "append"],
    "list": ["list", "items", "override", "append"],
  ]
  /// Entries that say what the file needs.
  private static let needs: Set<String> = ["required_engine_version", "required_plugin_versions"]

  /// - Throws: `FalcoRulesError` where the table of fields is broken.
  package init() throws(FalcoRulesError) {
    fields = try FieldTable()
  }

  /// Whether a text is a list with rules in it.
  package static func isRules(_ text: String) -> Bool {
    text.split(separator: "\n").contains {
      $0.hasPrefix("- rule:") || $0.hasPrefix("- macro:") || $0.hasPrefix("- list:")
    }
  }

  /// - Parameter file: as messages name it.
  package func check(_ text: String, file: String) -> FalcoVerdict {
    var verdict = FalcoVerdict()
    do throws(Diagnostic) {
      let document = try StrictYAML.document(text, file: file)
      guard let entries = document.elements else {
        throw Diagnostic(
          code: "falco-rules.wrong-type", summary: "Wrong type", detail: "Rules of Falco are a list.",
          range: SourceRange(file: file, start: document.position))
      }
      let macros = Set(entries.compactMap { $0["macro"]?.text })
      for entry in entries { check(entry, macros: macros, file: file, into: &verdict) }
    } catch {
      verdict.diagnostics.append(error)
    }
    return verdict
  }

  private func check(_ entry: YAMLNode, macros: Set<String>, file: String, into verdict: inout FalcoVerdict) {
    func fault(_ code: String, summary: String, detail: String, at node: YAMLNode) {
      verdict.diagnostics.append(
        Diagnostic(
          code: "falco-rules.\(code)", summary: summary, detail: detail,
          range: SourceRange(file: file, start: node.position)))
    }
    func hold(_ names: [String], of name: String, at node: YAMLNode) {
      for field in names {
        if let detail = fields.fault(of: field) {
          fault("unknown-field", summary: "Unknown field", detail: "'\(name)': \(detail)", at: node)
        } else if !fields.knows(field) {
          verdict.unchecked.insert("field \(field)")
        }
      }
    }
    let pairs = entry.pairs ?? []
    guard let first = pairs.first(where: { Self.keys[$0.key] != nil }), let known = Self.keys[first.key],
      let name = first.value.text
    else {
      for pair in pairs where !Self.needs.contains(pair.key) {
        fault(
          "unknown-key", summary: "Unknown key",
          detail: "An entry is a rule, a macro or a list, not '\(pair.key)'."
            + Spelling.hint(for: pair.key, among: Self.keys.keys.sorted()), at: pair.value)
      }
      return
    }
    for pair in pairs where !known.contains(pair.key) {
      fault(
        "unknown-key", summary: "Unknown key",
        detail: "A \(first.key) has no key '\(pair.key)'."
          + Spelling.hint(for: pair.key, among: known.sorted()),
        at: pair.value)
    }
    // What changes an entry of another file need not say the whole.
    let isChange = entry["override"] != nil || entry["append"]?.text == "true"
    if !isChange, entry["enabled"] == nil || pairs.count > 2 {
      for key in Self.required[first.key] ?? [] where entry[key] == nil {
        fault(
          "missing-key", summary: "Missing key", detail: "The \(first.key) '\(name)' needs '\(key)'.",
          at: entry)
      }
    }
    if let priority = entry["priority"], let word = priority.text?.lowercased(),
      !Self.priorities.contains(word)
    {
      fault(
        "unknown-priority", summary: "Unknown priority",
        detail: "There is no priority '\(word)'." + Spelling.hint(for: word, among: Self.priorities),
        at: priority)
    }
    if let output = entry["output"], let text = output.text {
      hold(Self.fields(ofOutput: text), of: name, at: output)
    }
    guard let node = entry["condition"], let text = node.text else { return }
    do {
      // What is appended goes on with a condition of another file.
      let joined = text.trimmed
      let condition = try Condition(isChange && Self.goesOn(joined) ? "evt.num > 0 \(joined)" : joined)
      hold(condition.fields, of: name, at: node)
      for macro in condition.macros where !macros.contains(macro) {
        if let near = Spelling.nearest(to: macro, in: macros.sorted()) {
          fault(
            "missing-macro", summary: "Macro is not there",
            detail: "'\(name)' names the macro '\(macro)', which is not here. Did you mean '\(near)'?",
            at: node)
        } else {
          verdict.unchecked.insert("macro \(macro)")
        }
      }
    } catch {
      fault("syntax", summary: "The condition cannot be read", detail: "'\(name)': \(error.detail)", at: node)
    }
  }

  private static let required = [
    "rule": ["desc", "condition", "output", "priority"], "macro": ["condition"], "list": ["items"],
  ]

  private static func goesOn(_ text: String) -> Bool { text.hasPrefix("and ") || text.hasPrefix("or ") }

  /// `%proc.name` and `%proc.aname[2]` of an output.
  private static func fields(ofOutput text: String) -> [String] {
    text.split(separator: "%", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
      let field = piece.prefix { $0.isLetter || $0.isNumber || "._".contains($0) }
      let name = field.last == "." ? field.dropLast() : field
      return name.contains(".") ? String(name) : nil
    }
  }
}
