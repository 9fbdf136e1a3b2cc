import ArgumentParser
import Consultation
import CrewFile
import CrewTasks
import Engine
import Reporting
import Store
import TaskGraph
import Vocabulary

struct GraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract:
      "Draws the task graph: the plan of a crew, or what became of a run and how long each step took.",
    discussion: """
      EXAMPLES
        consilium graph
        consilium graph --format svg > plan.svg
        consilium graph 20261123-083012 --format svg > run.svg
        consilium graph --crew ~/projects/research-crew
        consilium graph --format dot | dot -Tpng > graph.png
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case mermaid, dot, svg
  }

  @Argument(
    help: ArgumentHelp("A run's id, or the beginning of it; without one the plan is drawn.", valueName: "run")
  )
  var id: String?

  @Option(name: .long, help: "mermaid, dot or svg.")
  var format: Form = .mermaid

  @Option(name: .long, help: "The crew file, or a project's folder.")
  var crew: String?

  @Option(name: .long, help: "solo, ensemble or debate.")
  var mode: Request.Mode?

  @OptionGroup var store: StoreOption

  func run() async throws {
    let drawing = try await drawing()
    switch format {
    case .mermaid: Console.output(drawing.mermaid)
    case .dot: Console.output(drawing.dot)
    case .svg: Console.output(drawing.svg)
    }
  }

  private func drawing() async throws -> GraphDrawing {
    if let id {
      let replaying = try Replaying(store: Store(path: store.file))
      return try await replaying.record(id).hasTasks
        ? replaying.replayTasks(id).report.drawing() : replaying.replay(id).report.drawing()
    }
    let installation = StoreOption.installation
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
