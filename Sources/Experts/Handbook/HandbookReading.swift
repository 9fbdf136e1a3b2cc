import Experts
import Vocabulary

/// The handbook's reading of a request, for experts that are grounded by it.
package struct HandbookReading: Sendable {
  private let reader: RequestReader

  /// - Throws: `ExpertError` with code `.failed` where the handbook's data cannot be read.
  package init() throws(ExpertError) { reader = try Handbook.shared().reader }

  /// What the handbook understands of a request.
  /// - Throws: `ExpertError` where it finds nothing that could be built, and where the request contradicts itself.
  package func brief(of request: Request) throws(ExpertError) -> Brief { try reader.read(request).brief }
}
