import Records
import CrewFile
import Reporting
import Store

extension TaskRunReport {
  /// The report of a run: the same from its work and from its journal.
  init(record: RunRecord, setup: TaskRunSetup, process: TaskProcess, tasks: [TaskReport], ending: RunEnding) {
    self.init(
      run: record.id, created: record.created, crew: setup.crew.name, process: process.kind.rawValue,
      inputs: setup.inputs, experts: setup.experts,
      tasks: tasks.map { task in
        var task = task
        task.time = ending.times[task.key]
        return task
      }, usage: ending.usage)
  }
}
