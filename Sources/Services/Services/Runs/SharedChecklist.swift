import Basics
import Clouds
import ProviderSchemas
import Requirements
import Synchronization

/// The checklist for the first provider of a cloud, built when first asked for.
enum SharedChecklist {
  private static let built = Mutex<[String: Result<Checklist?, RequirementsError>]>([:])

  /// Nil for a cloud whose provider's schema is not here: what no recipe decides stays open.
  /// - Throws: `RequirementsError` where the cloud's words cannot be read.
  static func of(_ cloud: Cloud) throws(RequirementsError) -> Checklist? {
    try built.withLock { known in
      if let result = known[cloud.id] { return result }
      let result = Result { () throws(RequirementsError) in try made(for: cloud) }
      known[cloud.id] = result
      return result
    }.get()
  }

  /// For the cloud that is meant where nothing names one.
  /// - Throws: `RequirementsError` where its schema or its words cannot be read.
  static func ofMainCloud() throws(RequirementsError) -> Checklist {
    guard let checklist = try of(CloudCatalog.current.main) else {
      throw RequirementsError(
        .brokenTerms, summary: "A file of the program is missing",
        detail: "The provider schema cannot be read. Install Consilium again.")
    }
    return checklist
  }

  private static func made(for cloud: Cloud) throws(RequirementsError) -> Checklist? {
    let schema = cloud.providers.first.flatMap { ProviderSchema.shipped($0.source) }
    return try schema.map { schema throws(RequirementsError) in try Checklist(schema: schema, of: cloud) }
  }
}
