import Basics
import ModelContext
import Reporting

/// A report as a tool gives it: the digest, and where the whole can be read.
struct RunResult {
  let report: Report
  let folder: String?

  var result: ToolResult {
    ToolResult(
      structured: ReportDigest(report: report, folder: folder).json,
      content: [.link(RunAddress(run: report.run, part: .report).definition(title: report.brief.title))])
  }
}
