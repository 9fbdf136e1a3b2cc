import Basics
import Changes
import Clouds
import Experts
import Synchronization
import Vocabulary

/// The handbook's data for requests of one cloud, read once for the whole program: the lexicon, and recipes as they are
/// needed.
struct Handbook: Sendable {
  let book: RecipeBook
  let reader: RequestReader

  private static let loaded = Mutex<[String: Handbook]>([:])

  /// For the cloud that a request speaks of.
  static func shared(for request: Request) throws(ExpertError) -> Handbook {
    try shared(of: try CloudChoice.shared().cloud(of: request.text))
  }

  /// For one cloud; the one that is meant where nothing names one, where none is given.
  static func shared(of cloud: Cloud? = nil) throws(ExpertError) -> Handbook {
    let cloud = cloud ?? CloudCatalog.current.main
    let key = "\(CloudCatalog.generation)/\(cloud.id)"
    let result: Result<Handbook, ExpertError> = loaded.withLock { known in
      if let known = known[key] { return .success(known) }
      do throws(ExpertError) {
        let handbook = try Handbook(of: cloud)
        known[key] = handbook
        return .success(handbook)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// For each cloud that has recipes of its own, the one that is meant where nothing names one first.
  static func all() throws(ExpertError) -> [Handbook] {
    let catalog = CloudCatalog.current
    let others = catalog.clouds.filter {
      $0.id != catalog.main.id && !$0.isForManifests && catalog.hasRecipes($0.id)
    }
    return try ([catalog.main] + others).map { cloud throws(ExpertError) in try shared(of: cloud) }
  }

  private init(of cloud: Cloud) throws(ExpertError) {
    let data = try HandbookData(of: cloud)
    book = try RecipeBook(data)
    let lexicon = try Lexicon(data)
    do throws(ChangesError) {
      reader = RequestReader(lexicon: lexicon, book: book, changes: try ChangeReader(of: cloud))
    } catch {
      throw ExpertError(.failed, summary: error.summary, detail: error.detail)
    }
  }
}
