import Basics
import Foundation
import StrictYAML

/// The handbook's files: lexicon, recipes, links. Read when first needed, from the room's resources.
struct HandbookData: Sendable {
  private let root: URL

  init() throws(ExpertError) {
    guard let resources = Bundle.module.resourceURL else {
      throw ExpertError(
        .failed, summary: "The handbook's data is missing",
        detail: "The folder with the recipes does not stand beside the program. Install Consilium again.")
    }
    root = resources.appendingPathComponent("Data")
  }

  func yaml(_ path: String) throws(ExpertError) -> DataNode {
    let text = try text(path)
    do {
      return DataNode(try StrictYAML.document(text, file: path), file: path)
    } catch {
      throw Self.broken(error)
    }
  }

  func text(_ path: String) throws(ExpertError) -> String {
    do {
      return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    } catch {
      throw ExpertError(
        .failed, summary: "A file of the handbook cannot be read",
        detail: "\(path): \(error.localizedDescription). Install Consilium again.")
    }
  }

  /// The names in a folder, sorted.
  func names(in folder: String) throws(ExpertError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
        .sorted()
    } catch {
      throw ExpertError(
        .failed, summary: "A folder of the handbook cannot be read",
        detail: "\(folder): \(error.localizedDescription). Install Consilium again.")
    }
  }

  static func broken(_ diagnostic: Diagnostic) -> ExpertError {
    ExpertError(.failed, summary: "A file of the handbook is broken", detail: diagnostic.description)
  }
}
