import Basics
import Infrastructure
import Requirements

/// The checklist for the provider that ships, built when first asked for.
enum SharedChecklist {
  private static let built: Result<Checklist, RequirementsError> = {
    guard let schema = ProviderSchema.aws else {
      return .failure(
        RequirementsError(
          .brokenTerms, summary: "A file of the program is missing",
          detail: "The provider schema cannot be read. Install Consilium again."))
    }
    return Result { () throws(RequirementsError) in try Checklist(schema: schema) }
  }()

  static func aws() throws(RequirementsError) -> Checklist { try built.get() }
}
