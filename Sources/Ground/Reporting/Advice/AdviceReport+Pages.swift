extension AdviceReport {
  /// The report as Markdown, what changed first.
  package func markdown() throws -> String {
    try PageTemplate.markdown("advice.md", values: AdviceView(report: self).values, sparing: ["indented"])
  }

  /// The report as one self-contained HTML page: no script, no address it would load.
  package func html() throws -> String {
    try PageTemplate.html("advice.html", values: AdviceView(report: self).values)
  }
}
