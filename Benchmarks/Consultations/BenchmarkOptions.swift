/// What is measured and how often.
struct BenchmarkOptions: Sendable {
  enum Scenario: String, Sendable {
    case consult, dag, noop, streams, graphs
  }

  var scenario = Scenario.consult
  var address = "http://127.0.0.1:9100/v1"
  var agents = 4
  var rounds = 3
  var tasks = 1000
  var limit = 64
  var concurrency = 1
  var iterations = 1
  var warmup = 0
  var journals = true

  init(_ arguments: [String]) {
    var place = 0
    while place < arguments.count {
      if let scenario = Scenario(rawValue: arguments[place]) {
        self.scenario = scenario
        place += 1
        continue
      }
      let value = place + 1 < arguments.count ? arguments[place + 1] : ""
      switch arguments[place] {
      case "--url": address = value
      case "--agents": agents = Int(value) ?? agents
      case "--rounds": rounds = Int(value) ?? rounds
      case "--tasks": tasks = Int(value) ?? tasks
      case "--limit": limit = Int(value) ?? limit
      case "--conc": concurrency = Int(value) ?? concurrency
      case "--iters": iterations = Int(value) ?? iterations
      case "--warmup": warmup = Int(value) ?? warmup
      case "--journal": journals = value != "off"
      default: break
      }
      place += 2
    }
  }

  /// Calls of the model that are measured.
  var units: Int {
    iterations * (scenario == .consult ? concurrency * (agents * rounds + 1) : tasks + 1)
  }
}
