import CrewFile
import Vocabulary

/// Everything a run of tasks began with; journalled first, so that it can be taken up again.
struct TaskRunSetup: Sendable, Codable {
  /// With its placeholders filled.
  var crew: Crew
  var inputs: [String: String]
  var experts: [ExpertIdentity]
  /// Where the results go.
  var folder: String
  /// The crew file or project, from the root.
  var path: String
  var allowsUnpriced: Bool
  var cache: ModelRunOptions.Cache
}
