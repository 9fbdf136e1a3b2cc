import Clouds
import CrewFile
import Trust
import Foundation

extension PlanService {
  /// The packs become known to the whole program, with the rules and prices that lie beside the crew file of this folder:
  /// a plan is held against what its bundle was.
  /// - Parameters:
  ///   - executable: the program that runs, as an absolute path.
  ///   - needsTrust: whether the work depends on it; else what nobody trusted is left out.
  /// - Throws: `CloudError` where a pack is broken, `TrustError` where the knowledge is somebody else's.
  package static func loadKnowledge(
    _ environment: [String: String], executable: String, needsTrust: Bool
  ) throws {
    let file = "agents.yaml"
    let isHere = FileManager.default.fileExists(atPath: file)
    let knowledge = try OwnKnowledge(beside: isHere ? file : nil) { file in
      let shipped = ShippedCrewPlace.find(environment: environment, executable: executable)
      try CrewTrust(places: ConfigurationPlaces(environment: environment), shipped: shipped)
        .checkKnowledge(.file(file), prompts: "prompts")
    } leavingOut: {
      !needsTrust && $0 is TrustError
    }
    try CloudCatalog.load(own: CloudCatalog.named(environment), knowledge: knowledge)
  }
}
