import Basics
import FoundationEssentials
import Glibc

/// What Consilium costs besides the model: the same consultation, task graph and concurrent consultations as other
/// frameworks, against a server that answers at once or after a set time.
///
/// `consultations graphs` needs neither words nor server: the scheduler and the journal alone, on growing graphs.
///
/// `consultations consult|dag|noop|streams --url URL --agents 4 --rounds 3 --tasks 1000 --limit 64 --conc 1 --iters 1 --warmup 0
/// --journal on|off`. The words come from the file in `WORK_JSON`; the figures are printed as one line of JSON.
@main
struct ConsultationsBenchmark {
  static func main() async throws {
    let begun = Measure.now
    let options = BenchmarkOptions(Array(CommandLine.arguments.dropFirst()))
    if options.scenario == .graphs { return try await GraphBench().run() }
    let path = getenv("WORK_JSON").map { String(cString: $0) } ?? "work.json"
    guard let data = FileManager.default.contents(atPath: path),
      let document = JSONValue.document(String(decoding: data, as: UTF8.self)), let work = WorkFile(document)
    else {
      StandardError.write("The words are read from the file that WORK_JSON names; \(path) is none.\n")
      exit(2)
    }
    let bench = try Bench(options: options, work: work)
    let ready = Measure.now
    let memory = Measure.peakKilobytes
    for _ in 0..<options.warmup { _ = try await bench.consult() }
    let processor = Measure.processorSeconds
    let start = Measure.now
    var walls: [Double] = []
    var spans: [Double] = []
    for _ in 0..<options.iterations {
      let wall = Measure.now
      switch options.scenario {
      case .consult: spans += try await bench.concurrentConsultations()
      case .dag: try await bench.tasks()
      case .noop: try await bench.emptyTasks()
      case .streams: try await bench.streams()
      case .graphs: break
      }
      walls.append(Measure.now - wall)
    }
    let figures: JSONValue = [
      "peer": "consilium", "scenario": .string(options.scenario.rawValue), "journal": .bool(options.journals),
      "import_s": .number(ready - begun), "rss_import_kb": .integer(memory),
      "walls": .array(walls.map(JSONValue.number)), "spans": .array(spans.map(JSONValue.number)),
      "units": .integer(options.units), "cpu": .number(Measure.processorSeconds - processor),
      "peak_over_start_kb_per_unit": .number(
        Double(Measure.peakKilobytes - memory) / Double(max(1, options.units))),
      "elapsed": .number(Measure.now - start), "rss_peak_kb": .integer(Measure.peakKilobytes),
    ]
    print(figures.compact)
    bench.remove()
  }
}
