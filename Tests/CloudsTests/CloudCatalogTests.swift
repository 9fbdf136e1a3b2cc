import Clouds
import Foundation
import Testing

struct CloudCatalogTests {
  @Test func thePacksThatShipAreWhole() throws {
    try CloudCatalog.load()
    let catalog = CloudCatalog.current
    #expect(catalog.clouds.map(\.id) == ["aws", "azure", "common", "google", "kubernetes"])
    #expect(catalog.main.id == "aws")
    #expect(catalog.manifests?.id == "kubernetes")
    for cloud in catalog.clouds {
      #expect(!cloud.title.isEmpty)
      #expect(!cloud.regions.reference.isEmpty)
      // What has no type of its own has no price.
      let models = try cloud.files(in: .priceModels, endingIn: ".hcl")
      #expect(cloud.id == "common" || !models.isEmpty, "\(cloud.id)")
      let names = try FileManager.default.contentsOfDirectory(
        atPath: cloud.folder.path(percentEncoded: false))
      let known = Set(CloudPart.allCases.map(\.rawValue) + ["cloud.yaml"])
      #expect(Set(names).isSubset(of: known), "\(cloud.id): \(Set(names).subtracting(known))")
    }
  }

  @Test func aTypeBelongsToTheCloudWhoseNameItBears() throws {
    let catalog = try CloudCatalog(folders: [CloudCatalog.shippedFolder()])
    #expect(catalog.cloud(ofType: "aws_instance")?.id == "aws")
    #expect(catalog.cloud(ofType: "azuread_group")?.id == "azure")
    #expect(catalog.cloud(ofType: "random_password") == nil)
    #expect(catalog.cloud(ofProvider: "hashicorp/google")?.id == "google")
  }

  @Test func regionsAreReadAsEachCloudWritesThem() throws {
    let catalog = try CloudCatalog(folders: [CloudCatalog.shippedFolder()])
    let aws = try #require(catalog["aws"]).regions
    #expect(aws.isRegion("eu-central-1"))
    #expect(aws.isRegion("us-gov-west-1"))
    #expect(!aws.isRegion("westeurope"))
    let azure = try #require(catalog["azure"]).regions
    #expect(azure.canonical("West Europe") == "westeurope")
    let google = try #require(catalog["google"]).regions
    #expect(google.canonical("us-central1-a") == "us-central1")
    #expect(google.canonical("europe-west4") == "europe-west4")
    #expect(google.canonical("EU") == "eu")
  }

  @Test func aFolderThatIsAddedIsACloud() throws {
    let folder = try PackFolder()
    try folder.write(
      "acme/cloud.yaml",
      "title: Acme\ntype-prefixes: [acme_]\nregion: {reference: moon-1}\n")
    let catalog = try CloudCatalog(folders: [CloudCatalog.shippedFolder(), folder.url])
    #expect(catalog.cloud(ofType: "acme_rocket")?.title == "Acme")
    #expect(catalog.main.id == "aws")
  }

  @Test(arguments: [
    ("title: Acme\n", "'region' is missing"),
    ("title: Acme\nregion: {reference: a}\nprefix: [x]\n", "'prefix' is not a key here"),
    ("title: Acme\nregion: {reference: a}\ndefault: true\n", "acme, aws says 'default: true'"),
    ("title: [", "YAML"),
    (
      "title: Acme\nregion: {reference: a}\nforms:\n  id: {name: an id, pattern: '('}\n",
      "not a regular expression"
    ),
  ])
  func aBrokenPackIsSaidWithItsPlace(text: String, message: String) throws {
    let folder = try PackFolder()
    try folder.write("acme/cloud.yaml", text)
    let error = #expect(throws: CloudError.self) {
      try CloudCatalog(folders: [CloudCatalog.shippedFolder(), folder.url])
    }
    #expect(error.map { "\($0)".contains(message) } == true, "\(error.map { "\($0)" } ?? "no error")")
  }

  /// A part that is not there is none; one that is there and no folder is said, or its rules would be missing unseen.
  @Test func aFolderThatCannotBeListedIsAnError() throws {
    let folder = try PackFolder()
    for part in ["rules", "lexicon", "price-models", "recipes/aws", "policies"] {
      #expect(try FolderListing.names(in: folder.url.appending(path: part)).isEmpty)
      try folder.write(part, "no folder")
    }
    let own = OwnKnowledge(folder: folder.url)
    #expect(throws: CloudError.self) { try own.rules() }
    #expect(throws: CloudError.self) { try own.lexicon() }
    #expect(throws: CloudError.self) { try own.priceModels() }
    #expect(throws: CloudError.self) { try own.recipes(of: "aws") }
    try folder.write("acme/cloud.yaml", "title: Acme\nregion: {reference: a}\n")
    try folder.write("acme/policies", "no folder")
    #expect(throws: CloudError.self) { try Cloud(folder: folder.url.appending(path: "acme")) }
  }
}
