import Basics
import Delivery
import HostileConstructs
import Testing

/// The requester is the attacker: no construct is planned that nobody allowed, and no tool is started to find that out.
/// Beside `TamperingTests` and `BoundaryTests`, which attack what was planned.
struct RequesterTests {
  private static let names = ["main.tf", "other.tofu", "main_override.tf"]

  @Test(.needsTool, arguments: names) func nothingIsPlannedThatNobodyAllowed(name: String) async throws {
    try await Place.with { place in
      try place.write("locals {\n  quiet = true\n}\n")
      for construct in HostileConstructs.all {
        try place.write(name == "main.tf" ? construct.text : "", name == "main.tf" ? "main.tf" : "empty.tf")
        if name != "main.tf" { try place.write(construct.text, name) }
        let executor = try place.executor()
        let error = await #expect(throws: DeliveryError.self, "\(construct.text)") {
          try await executor.plan(place.folder) { _ in }
        }
        #expect(error?.code == .effects, "\(construct.text): \(error.map { "\($0)" } ?? "planned")")
      }
      #expect(try place.startsSinceLast().isEmpty)
      print(
        "requester as attacker, constructs in \(name): \(HostileConstructs.all.count) cases, no start of the tool"
      )
    }
  }
}
