extension Report {
  /// The report as Markdown that reads well in a pull request.
  package func markdown() throws -> String {
    try PageTemplate.markdown("report.md", values: ReportView(report: self).values)
  }

  /// The report as one self-contained HTML page: no script, no address it would load.
  package func html() throws -> String {
    try PageTemplate.html("report.html", values: ReportView(report: self).values)
  }
}
