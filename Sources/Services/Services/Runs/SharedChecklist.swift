import Basics
import Clouds
import ProviderSchemas
import Repair
import Requirements
import Synchronization

/// The checklist for the first provider of a cloud, built when first asked for.
enum SharedChecklist {
  private static let built = Mutex<[String: Result<Checklist, RequirementsError>]>([:])

  /// - Parameter cloud: the one that is meant where nothing names one, where none is given.
  /// - Throws: `RequirementsError` where the provider's schema or the cloud's words cannot be read.
  static func of(_ cloud: Cloud = CloudCatalog.current.main) throws(RequirementsError) -> Checklist {
    try built.withLock { known in
      if let result = known[cloud.id] { return result }
      let result = made(for: cloud)
      known[cloud.id] = result
      return result
    }.get()
  }

  private static func made(for cloud: Cloud) -> Result<Checklist, RequirementsError> {
    guard let provider = cloud.providers.first, let schema = ProviderSchema.shipped(provider.source) else {
      return .failure(
        RequirementsError(
          .brokenTerms, summary: "A file of the program is missing",
          detail: "The provider schema of \(cloud.title) cannot be read. Install Consilium again."))
    }
    return Result { () throws(RequirementsError) in
      try Checklist(schema: schema, of: cloud)
    }
  }
}
