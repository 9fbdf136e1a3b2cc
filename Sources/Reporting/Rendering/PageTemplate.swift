import FoundationEssentials
import Templates

import class Foundation.Bundle

/// The templates of this room.
enum PageTemplate {
  /// - Parameter name: of the file, without `.mustache`.
  static func named(_ name: String, _ type: Template.ContentType) throws -> Template {
    let url = Bundle.module.bundleURL.appending(path: "Templates/\(name).mustache")
    return try Template(try String(contentsOf: url, encoding: .utf8), file: name, contentType: type)
  }
}
