import Records
import CrewFile
import Store
import Vocabulary

extension RunRecord {
  /// Whether it works through a crew's tasks, and is no consultation.
  package var hasTasks: Bool { TaskProcess.Kind(rawValue: mode) != nil }
}

extension RunRecord {
  /// Whether it is a consultation, which has a report.
  package var isConsultation: Bool { Request.Mode(rawValue: mode) != nil }
}
