import ArgumentParser
import CrewFile
import CrewTasks
import Services
import Reporting
import TaskGraph
import Vocabulary
import Terminal

struct GraphCommand: AsyncParsableCommand, WorksWithoutTrust {
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
    let service = store.runs
    let drawing = try await { () async throws in
      if let id { return try await service.drawing(of: id) }
      return try service.plan(of: crew, mode: mode)
    }()
    switch format {
    case .mermaid: Console.output(drawing.mermaid)
    case .dot: Console.output(drawing.dot)
    case .svg: Console.output(drawing.svg)
    }
  }
}
