import Basics
import Templates

extension AdviceReport {
  /// The report as Markdown, what changed first.
  package func markdown() throws -> String {
    try PageTemplate.named("advice.md", .text).render(
      AdviceView(report: self).values.escapedForMarkdown(sparing: ["indented"]))
  }

  /// The report as one self-contained HTML page: no script, no address it would load.
  package func html() throws -> String {
    try PageTemplate.named("advice.html", .html).render(AdviceView(report: self).values)
  }
}
