import Basics
import Clouds
import ProviderSchemas
import Repair
import Requirements

/// The checklist for the provider that ships, built when first asked for.
enum SharedChecklist {
  private static let built: Result<Checklist, RequirementsError> = {
    guard let provider = CloudCatalog.current.main.providers.first,
      let schema = ProviderSchema.shipped(provider.source)
    else {
      return .failure(
        RequirementsError(
          .brokenTerms, summary: "A file of the program is missing",
          detail: "The provider schema cannot be read. Install Consilium again."))
    }
    return Result { () throws(RequirementsError) in try Checklist(schema: schema) }
  }()

  static func ofMainCloud() throws(RequirementsError) -> Checklist { try built.get() }
}
