import Basics
import Records
import Reporting
import Bundles
import Vocabulary

extension RunService {
  /// Writes the bundle of a replayed run anew into a folder, new or empty.
  package func write(_ run: ReplayedRun, to folder: String) throws {
    guard !run.isMasked else {
      throw RequestError(
        .unusableBase, summary: "The bundle cannot be written again",
        detail:
          "The configuration that was changed holds secrets, which are in no record. Take the bundle that the run wrote, or ask again."
      )
    }
    let report = run.report
    let pages = [
      Artifact(path: "report.json", content: try report.json()),
      Artifact(path: "report.md", content: try report.markdown()),
      Artifact(path: "report.html", content: try report.html()),
    ]
    try write(run.files + pages, of: run.record.id, to: folder, vetoes: report.bundleVetoes)
  }

  /// Writes the results of a replayed run of tasks anew into a folder, new or empty.
  package func write(_ run: ReplayedTasks, to folder: String) throws {
    try write(run.files, of: run.record.id, to: folder, vetoes: [])
  }

  private func write(_ files: [Artifact], of run: String, to path: String, vetoes: [String]) throws {
    let folder = BundleFolder(path: path)
    try folder.prepare()
    try folder.write(files, run: run, vetoes: vetoes)
  }
}
