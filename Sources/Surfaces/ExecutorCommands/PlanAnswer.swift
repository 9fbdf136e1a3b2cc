import ArgumentParser
import Basics
import Delivery
import Records
import Terminal

/// A new plan as its verb prints it; ends the command with 2 where there is something to approve.
struct PlanAnswer {
  private let planned: PlannedChanges
  private let format: PlanForm

  init(_ planned: PlannedChanges, format: PlanForm) {
    self.planned = planned
    self.format = format
  }

  func give() throws {
    try show()
    throw ExitCode((planned.changesAnything ? ExitStatus.changes : .done).rawValue)
  }

  func show() throws {
    switch format {
    case .json:
      let document: JSONValue = [
        "plan": .string(planned.record.id), "digest": .string(planned.record.digest),
        "changes": .bool(planned.changesAnything), "count": .integer(planned.document.changeCount),
        "approversNeeded": .integer(planned.document.approversNeeded), "document": planned.record.document,
      ]
      Console.output(document.pretty)
    case .markdown:
      Console.output(
        PlanMarkdown(planned.document, id: planned.record.id, changesAnything: planned.changesAnything).text)
    case .text:
      Console.output(
        PlanText(planned.document, id: planned.record.id, changesAnything: planned.changesAnything).text)
    }
  }
}
