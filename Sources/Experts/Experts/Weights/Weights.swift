import Basics
import FoundationEssentials
import StrictYAML
import Vocabulary

/// How evidence and marks are weighed, as `Data/weights.yaml` says; each number's meaning stands there.
package struct Weights: Sendable, Decodable {
  package let rank: RankWeights
  package let gate: GateWeights
  package let judge: JudgeWeights
  package let tally: TallyWeights
  package let confidence: ConfidenceWeights
  package let claim: ClaimWeights

  /// What ships.
  /// - Throws: `ExpertError` with code `.failed` where the file is missing or broken.
  package static func shipped() throws(ExpertError) -> Weights { try read.get() }

  private static let read = Result { () throws(ExpertError) in
    do {
      let file = try ProgramData.folder(of: "Experts").appending(path: "Data/\(name)")
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      return try StrictYAML.document(text, file: name).json.decoded(as: Weights.self)
    } catch let error as ProgramDataError {
      throw ExpertError(.failed, summary: error.summary, detail: error.detail)
    } catch {
      throw ExpertError(
        .failed, summary: "A file of the program is broken",
        detail: "Data/\(name): \(error) Install Consilium again.")
    }
  }

  private static let name = "weights.yaml"
}
