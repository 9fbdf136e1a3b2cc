import Advice
import Basics
import ResourceGraph

/// What exports tell besides the estate itself.
struct AdviceExports {
  private var bills: [Resource] = []
  private var cloud: [Resource] = []
  private let hasBills: Bool
  private let hasCloud: Bool
  private var notes: [String] = []
  var metrics: MetricStore?

  /// - Throws: a `Diagnostic` for a file that cannot be read.
  init(bills paths: [String], cloud folder: String?, catalogue: MetricCatalogue, window: Int) throws {
    hasBills = !paths.isEmpty
    hasCloud = folder != nil
    for path in paths {
      let reader = try FocusReader(path: path)
      bills += reader.resources(source: path)
      notes.append("\(reader.lines) lines of the bill \(path) were read.")
    }
    guard let folder else { return }
    let descriptions = try CloudDescriptions(folder: folder, catalogue: catalogue, window: window)
    cloud = descriptions.resources
    metrics = descriptions.metrics
    notes += descriptions.unknown.map { "\($0) holds nothing that is known here." }
  }

  func joined(to estate: Estate) -> Estate {
    var estate = estate
    if hasBills { estate = estate.adding(bills, source: .billing) }
    if hasCloud { estate = estate.adding(cloud, source: .cloud) }
    estate.notes += notes
    return estate
  }
}
