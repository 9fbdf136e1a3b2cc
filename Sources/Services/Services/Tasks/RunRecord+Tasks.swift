import Records
import CrewFile
import Store

extension RunRecord {
  /// Whether it works through a crew's tasks, and is no consultation.
  package var hasTasks: Bool { TaskProcess.Kind(rawValue: mode) != nil }
}
