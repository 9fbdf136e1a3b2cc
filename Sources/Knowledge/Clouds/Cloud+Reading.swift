import Basics
import Foundation
import StrictYAML

extension Cloud {
  /// Reads a pack's `cloud.yaml`.
  /// - Throws: `CloudError` where there is none or where it says what is not known, with its place.
  package init(folder: URL) throws(CloudError) {
    let file = folder.appending(path: "cloud.yaml")
    let text: String
    do {
      text = try String(contentsOf: file, encoding: .utf8)
    } catch {
      throw CloudError(
        .unreadable, summary: "A cloud's pack cannot be read",
        detail: "\(file.path(percentEncoded: false)): \(error.localizedDescription)")
    }
    let node: YAMLNode
    do {
      node = try StrictYAML.document(text, file: file.path(percentEncoded: false))
    } catch {
      throw CloudError(.broken, summary: "A cloud's pack is broken", detail: error.description)
    }
    let reader = CloudFileReader(node: node, file: file.path(percentEncoded: false))
    try reader.allow(Self.keys)
    let id = folder.lastPathComponent
    self.id = id
    self.folder = folder
    title = try reader.text("title")
    isDefault = reader.flag("default")
    typePrefixes = reader.texts("type-prefixes")
    var providers: [CloudProvider] = []
    for entry in reader.list("providers") {
      try entry.allow(["name", "source", "version", "values-known"])
      providers.append(
        CloudProvider(
          name: try entry.text("name"), source: try entry.text("source"), version: entry.optional("version"),
          valuesAreKnown: entry.flag("values-known")))
    }
    self.providers = providers
    let region = try reader.child("region")
    try region.allow([
      "reference", "variables", "form", "written", "arguments", "identifier", "inherited", "spelled-freely",
      "second",
      "zone-suffix",
    ])
    regions = CloudRegions(
      reference: try region.text("reference"), variables: region.texts("variables"),
      form: region.optional("form"), written: region.optional("written"),
      arguments: region.texts("arguments"),
      identifier: region.optional("identifier"), inherited: region.optional("inherited"),
      isSpelledFreely: region.flag("spelled-freely"), hasSecond: region.flag("second"),
      zoneSuffix: region.optional("zone-suffix"))
    isForManifests = reader.flag("manifests")
    currency = reader.optional("currency") ?? "USD"
    recipePrefix = reader.optional("recipe-prefix") ?? id
    baseRecipe = reader.optional("base-recipe")
    priceList = reader.optional("price-list")
    computedDataSources = Set(reader.texts("computed-data-sources"))
    var forms: [String: CloudValueForm] = [:]
    for (word, entry) in reader.entries("forms") {
      try entry.allow(["name", "pattern"])
      let pattern = try entry.text("pattern")
      do {
        // Looked at here, where the file is known: a form without a pattern would demand nothing.
        _ = try NSRegularExpression(pattern: pattern)
      } catch {
        throw entry.fault("The pattern of '\(word)' is not a regular expression.")
      }
      forms[word] = CloudValueForm(name: try entry.text("name"), pattern: pattern)
    }
    self.forms = forms
    policyDocument = reader.optional("policy-document")
    freeIdentifierArguments = Set(reader.texts("free-identifier-arguments"))
    nodeTypes = Set(reader.texts("node-types"))
    if reader.node["joins"] == nil {
      joins = .none
    } else {
      let entry = try reader.child("joins")
      try entry.allow(["ends", "hubs", "policies", "holders", "places"])
      joins = CloudJoins(
        ends: Set(entry.texts("ends")), hubs: Set(entry.texts("hubs")),
        policies: Set(entry.texts("policies")), holders: Set(entry.texts("holders")),
        places: Set(entry.texts("places")))
    }
    // Whoever reads a part may then rely on it.
    for part in CloudPart.allCases where url(part).pathExtension.isEmpty {
      _ = try FolderListing.names(in: url(part))
    }
  }

  private static let keys: Set<String> = [
    "title", "default", "type-prefixes", "providers", "region", "manifests", "currency", "recipe-prefix",
    "base-recipe",
    "price-list", "computed-data-sources", "forms", "policy-document", "free-identifier-arguments", "joins",
    "node-types",
  ]
}
