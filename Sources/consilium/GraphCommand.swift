import ArgumentParser
import Consultation
import CrewFile
import Engine
import TaskGraph
import Vocabulary

struct GraphCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Draws the task graph a consultation would run.",
    discussion: "EXAMPLES\n  consilium graph\n  consilium graph --format dot | dot -Tsvg > graph.svg")

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case mermaid, dot
  }

  @Option(name: .long, help: "mermaid or dot.")
  var format: Form = .mermaid

  @Option(name: .long, help: "The crew file.")
  var crew: String?

  @Option(name: .long, help: "solo, ensemble or debate.")
  var mode: Request.Mode?

  func run() async throws {
    let crew = try CrewFile.load(crew ?? StoreOption.installation.crewFile).crew
    let graph = try ConsultationGraph.make(crew: crew, mode: mode ?? crew.mode, seed: "")
    switch format {
    case .mermaid: Console.output(graph.mermaid { $0.payload.title(crew) })
    case .dot: Console.output(graph.dot { $0.payload.title(crew) })
    }
  }
}
