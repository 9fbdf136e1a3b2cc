import Foundation

/// All that is known of one cloud: a folder with a `cloud.yaml` and the parts that `CloudPart` lists.
///
/// A cloud that is added is a folder that is added; nothing outside this room names one.
package struct Cloud: Hashable, Sendable {
  /// The folder's name, as in `aws`.
  package let id: String
  /// What people call it.
  package let title: String
  package let folder: URL
  /// Whether it is meant where nothing names a cloud. Exactly one pack of a catalog says so.
  package let isDefault: Bool
  /// How the names of its resource types begin, as in `aws_`.
  package let typePrefixes: [String]
  package let providers: [CloudProvider]
  package let regions: CloudRegions
  /// Whether it holds what is known of Kubernetes objects. Exactly one pack says so.
  package let isForManifests: Bool
  /// ISO 4217 code of the currency its prices are in.
  package let currency: String
  /// What its recipes' names begin with, as in `aws` of `aws/vpc`.
  package let recipePrefix: String
  /// The recipe that every draft for it begins with; nil where none does.
  package let baseRecipe: String?
  /// The format of the price lists that it publishes, which `prices import` reads; nil where none is read.
  package let priceList: String?
  /// Data sources that are worked out from their arguments alone, and so ask nobody.
  package let computedDataSources: Set<String>
  /// Forms of texts by the word that the lists of accepted values use for them.
  package let forms: [String: CloudValueForm]
  /// The data source whose result is a policy document in JSON, worked out while a module is read; nil where none is.
  package let policyDocument: String?
  /// Arguments that end like a reference and hold free texts or public identifiers.
  package let freeIdentifierArguments: Set<String>
  /// Types of resources that are or make the nodes of a cluster of Kubernetes, so that its objects cost nothing besides them.
  package let nodeTypes: Set<String>
  /// How a way from one resource to another is told.
  package let joins: CloudJoins

  /// Where a part stands, whether it is there or not.
  package func url(_ part: CloudPart) -> URL { folder.appending(path: part.rawValue) }

  /// A part's bytes; nil where the pack has no such file.
  package func contents(of part: CloudPart) -> Data? {
    FileManager.default.contents(atPath: url(part).path(percentEncoded: false))
  }

  /// The files of a part that is a folder, by their names in order; none where the pack has no such folder.
  /// - Throws: `CloudError` where the folder is there and cannot be listed.
  package func files(in part: CloudPart, endingIn ending: String) throws(CloudError) -> [URL] {
    try FolderListing.files(in: url(part), endingIn: ending)
  }

  /// Whether a resource type is the cloud's, by its name.
  package func owns(type: String) -> Bool { typePrefixes.contains { type.hasPrefix($0) } }

  /// The region that the environment names; nil where it names none.
  package func region(in environment: [String: String]) -> String? {
    regions.variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  }

  /// Stands where no pack can be read: owns no type and has no part.
  static let unknown = Cloud(
    id: "unknown", title: "Unknown cloud", folder: URL(filePath: "/nonexistent"), isDefault: false,
    typePrefixes: [], providers: [], regions: .any, isForManifests: false,
    currency: "USD", recipePrefix: "unknown", baseRecipe: nil, priceList: nil, computedDataSources: [],
    forms: [:],
    policyDocument: nil, freeIdentifierArguments: [], nodeTypes: [], joins: .none)
}
