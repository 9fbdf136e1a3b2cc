import Clouds
import Foundation

extension PlanService {
  /// The packs become known to the whole program, with the rules and prices that lie beside the crew file of this folder:
  /// a plan is held against what its bundle was.
  /// - Throws: `CloudError` where a pack is broken.
  package static func loadKnowledge(_ environment: [String: String]) throws(CloudError) {
    let packs = (environment["CONSILIUM_CLOUDS"] ?? "").split(separator: ":").map {
      URL(filePath: String($0))
    }
    let isCrewHere = FileManager.default.fileExists(atPath: "agents.yaml")
    let here = URL(filePath: FileManager.default.currentDirectoryPath)
    try CloudCatalog.load(own: packs, knowledge: OwnKnowledge(folder: isCrewHere ? here : nil))
  }
}
