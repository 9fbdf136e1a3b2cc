import Basics
import Bundles
import FoundationEssentials
import Vocabulary

/// The files to plan: a bundle as `ask` wrote it, checked against its digests, or a folder of configuration.
package struct Configuration: Sendable {
  /// The folder as an absolute path.
  package let folder: String
  /// By file name; only the root module's own files.
  package let files: [String: String]

  /// Throws `BundleError` for a bundle that was changed, `DeliveryError` where there is nothing to plan.
  package static func read(_ folder: String) throws -> Configuration {
    let absolute = URL(filePath: folder).standardizedFileURL.path(percentEncoded: false)
    if FileManager.default.fileExists(atPath: "\(absolute)/bundle.json") {
      let files = try BundleFolder(path: absolute).read().files.filter { $0.kind == .opentofu }
      return try Configuration(
        folder: absolute,
        files: Dictionary(
          files.map { (String($0.path.dropFirst("infrastructure/".count)), $0.content) },
          uniquingKeysWith: { first, _ in first }))
    }
    var files: [String: String] = [:]
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: absolute)
    } catch {
      throw DeliveryError(
        .nothingToPlan, summary: "The folder cannot be read",
        detail: "\(folder) is no folder that can be read.")
    }
    for name in names.sorted() where Self.isConfiguration(name) {
      guard let data = FileManager.default.contents(atPath: "\(absolute)/\(name)") else { continue }
      files[name] = String(decoding: data, as: UTF8.self)
    }
    return try Configuration(folder: absolute, files: files)
  }

  private init(folder: String, files: [String: String]) throws {
    guard !files.isEmpty else {
      throw DeliveryError(
        .nothingToPlan, summary: "There is nothing to plan",
        detail:
          "\(folder) has no *.tf files. Name a bundle folder that `consilium ask` wrote, or a folder of configuration."
      )
    }
    self.folder = folder
    self.files = files
  }

  private static func isConfiguration(_ name: String) -> Bool {
    [".tf", ".tf.json", ".tofu", ".tofu.json", ".auto.tfvars", ".auto.tfvars.json"].contains {
      name.hasSuffix($0)
    }
      || name == "terraform.tfvars" || name == ".terraform.lock.hcl"
  }
}
