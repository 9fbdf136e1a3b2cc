import FoundationEssentials
import ScriptedServer

/// What goes wrong in a cell of the table, and how often.
struct Trouble: CustomStringConvertible {
  let fault: ServerFault?
  let times: Int

  /// Nil for the fault: nobody listens at the address at all.
  init(_ fault: ServerFault?, times: Int = 1) {
    self.fault = fault
    self.times = times
  }

  var description: String {
    let name = fault?.description ?? "refused"
    return times > 1 ? "\(name), every time" : name
  }

  static var all: [Trouble] {
    let soon = Self.date(Date().addingTimeInterval(1))
    return [
      Trouble(.status(429, retryAfter: "1")), Trouble(.status(429, retryAfter: soon)), Trouble(.status(500)),
      Trouble(.status(503)), Trouble(.status(529)), Trouble(nil), Trouble(.reset), Trouble(.half),
      Trouble(.noDone), Trouble(.stall(milliseconds: 30_000)), Trouble(.duplicate), Trouble(.invalidText),
      Trouble(.huge(bytes: 100_000_000)), Trouble(.deep(levels: 100_000)), Trouble(.wrongTool),
      Trouble(.badArguments), Trouble(.emptyChoice), Trouble(.contentFilter),
      Trouble(.slow(milliseconds: 1000)),
      Trouble(.status(500), times: 1000), Trouble(.status(429, retryAfter: "3600"), times: 1000),
      Trouble(.wrongTool, times: 1000),
    ]
  }

  /// As `Retry-After` has it: `Wed, 21 Oct 2026 07:28:00 GMT`.
  private static func date(_ date: Date) -> String {
    let text = date.ISO8601Format()
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let parts = text.split { "-T:Z".contains($0) }.map(String.init)
    return
      "Mon, \(parts[2]) \(months[(Int(parts[1]) ?? 1) - 1]) \(parts[0]) \(parts[3]):\(parts[4]):\(parts[5]) GMT"
  }
}
