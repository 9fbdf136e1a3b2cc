import Basics
import Bundles
import CrewFile
import Masking
import Reporting
import Vocabulary

/// Everything a run began with; journalled first, so that a replay or a resumption needs no file of the person's.
struct RunSetup: Sendable, Codable {
  var request: Request
  var brief: Brief
  var crew: Crew
  var experts: [ExpertIdentity]
  /// Where the bundle goes.
  var folder: String
  /// Where the bundle's state is kept; nil for this machine.
  var state: SharedState?
  /// Whether a model without a price may be asked; nil in runs of versions without models.
  var allowsUnpriced: Bool?
  /// Whether answers of earlier runs are used; nil in runs of versions without models.
  var cache: ModelRunOptions.Cache?
  /// Earlier consultations that were recalled; nil where the run has no memory to ask, then or when it is resumed.
  var remembered: [RememberedReport]?
  /// Where the configuration that is to be changed lies; nil where something new is asked for.
  var baseFolder: String?
  /// What the checks said of the configuration that is to be changed: rule and address; nil where something new is asked for.
  var known: [String]?
  /// What earlier verdicts had come to; nil in runs of versions without calibration.
  var calibration: Calibration?

  /// The configuration that is to be changed, as it lies there now.
  /// - Throws: `RequestError` where it is not what the run began with.
  func base(mask: SecretMask) throws -> MaskedLines? {
    guard let recorded = request.base else { return nil }
    let folder = baseFolder ?? ""
    let now = try BaseConfiguration(folder: folder, mask: mask).lines
    guard now.files == recorded else {
      throw RequestError(
        .unusableBase, summary: "The configuration cannot be changed",
        detail: "\(folder) is not what the run began with; ask again.")
    }
    return now
  }
}
