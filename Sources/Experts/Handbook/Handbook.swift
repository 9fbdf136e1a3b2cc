import Basics
import Changes
import Experts
import Synchronization

/// The handbook's data, read once for the whole program: the lexicon, and recipes as they are needed.
struct Handbook: Sendable {
  let book: RecipeBook
  let reader: RequestReader

  private static let loaded = Mutex<Handbook?>(nil)

  static func shared() throws(ExpertError) -> Handbook {
    let result: Result<Handbook, ExpertError> = loaded.withLock { known in
      if let known { return .success(known) }
      do throws(ExpertError) {
        let handbook = try Handbook()
        known = handbook
        return .success(handbook)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init() throws(ExpertError) {
    let data = try HandbookData()
    book = try RecipeBook(data)
    let lexicon = try Lexicon(data)
    do throws(ChangesError) {
      reader = RequestReader(lexicon: lexicon, book: book, changes: try ChangeReader())
    } catch {
      throw ExpertError(.failed, summary: error.summary, detail: error.detail)
    }
  }
}
