import Consultation
import CrewFile
import CrewTasks
import Reporting
import TaskGraph
import Vocabulary

extension RunService {
  /// The graph of what became of a run, with how long each step took.
  /// - Parameter run: a run's id or the beginning of it.
  package func drawing(of run: String) async throws -> GraphDrawing {
    try await find(run).hasTasks ? replayTasks(run).report.drawing() : replay(run).report.drawing()
  }

  /// The graph that a crew would work through.
  /// - Parameters:
  ///   - crew: a crew file or a project's folder; nil for the installation's own.
  ///   - mode: nil for what the crew says.
  package func plan(of crew: String?, mode: Request.Mode?) throws -> GraphDrawing {
    let crew = try CrewFile.load(
      CrewProject(at: crew ?? installation.crewFile), prompts: installation.shippedPrompts
    ).crew
    if crew.process != nil, mode == nil {
      return try TaskDependencies.graph(crew.tasks).drawing("The tasks of \(crew.name)") {
        "\($0.id) (\($0.payload.agent ?? "whoever is given it"))"
      }
    }
    return try ConsultationGraph.make(crew: crew, mode: mode ?? crew.mode, seed: "").drawing(
      "The plan of a consultation by \(crew.name)"
    ) { $0.payload.title(crew) }
  }
}
