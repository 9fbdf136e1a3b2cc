import Basics
import HCL
import ResourceGraph

/// One configuration among the code of an estate: the root module with the modules it calls, and the files that give
/// values to its variables.
package struct CodeConfiguration: Sendable {
  /// The files of the root module and of those it calls, fetched ones included.
  package let sources: ConfigurationSources
  /// Files whose arguments are the values of variables, such as `terraform.tfvars`, in the order in which later ones win.
  package let values: [(path: String, text: String)]
  /// Paths of files that are not the person's own: modules that `init` fetched. They are read, never changed.
  package let foreign: Set<String>

  /// - Parameters:
  ///   - values: path and text of each file of values.
  ///   - foreign: paths among the files of the sources.
  package init(
    _ sources: ConfigurationSources, values: [(path: String, text: String)] = [], foreign: Set<String> = []
  ) {
    self.sources = sources
    self.values = values
    self.foreign = foreign
  }

  /// The folder of the root module, as paths name it.
  var root: String {
    sources.root
      ?? sources.files.keys.map { $0.split(separator: "/").dropLast().joined(separator: "/") }
      .min { $0.count < $1.count } ?? ""
  }
}
