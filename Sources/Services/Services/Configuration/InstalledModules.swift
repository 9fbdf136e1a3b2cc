import Basics
import Foundation

/// The modules that `init` fetched into a configuration's folder.
struct InstalledModules {
  /// Where they lie in the folder.
  static let folder = ".terraform/modules/"

  /// Folders by the names of the calls that lead to them: `network.subnets`. Empty where `init` was not run.
  let folders: [String: String]

  /// - Throws: `Diagnostic` for a list that cannot be read.
  init(root: String) throws {
    let list = RelativePath.joined(root, with: "\(Self.folder)modules.json")
    guard FileManager.default.fileExists(atPath: list) else {
      folders = [:]
      return
    }
    let text = try SourceFile.text(list, code: "configuration.modules")
    guard let modules = JSONValue.document(text)?["Modules"]?.array else {
      throw Diagnostic(
        code: "configuration.modules", summary: "Cannot be read",
        detail: "It is not a list of installed modules. Run init again.", range: SourceRange(file: list))
    }
    var folders: [String: String] = [:]
    for module in modules {
      guard let key = module["Key"]?.string, !key.isEmpty, let place = module["Dir"]?.string else { continue }
      folders[key] = RelativePath.joined(root, with: place)
    }
    self.folders = folders
  }
}
