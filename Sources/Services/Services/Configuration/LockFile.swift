import Basics
import Foundation
import HCL

/// `.terraform.lock.hcl`: which version of each provider was chosen.
enum LockFile {
  /// The versions by source, as `hashicorp/aws`; empty where the folder has no such file.
  /// - Throws: `Diagnostic` for a file that cannot be read.
  static func versions(in folder: String) throws -> [String: String] {
    let path = RelativePath.joined(folder, with: ".terraform.lock.hcl")
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    return versions(text: try SourceFile.text(path, code: "configuration.lock"))
  }

  /// The versions in the text of a lock file by source.
  static func versions(text: String) -> [String: String] {
    var versions: [String: String] = [:]
    for block in HCLFile(path: ".terraform.lock.hcl", text: text).body.blocks("provider") {
      guard let label = block.labels.first, let version = block.body.attribute("version")?.value.literalString
      else { continue }
      versions[label.split(separator: "/").suffix(2).joined(separator: "/")] = version
    }
    return versions
  }
}
