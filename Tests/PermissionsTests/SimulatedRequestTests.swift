import Foundation
import Permissions
import SimulatedRequests
import Testing

private let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

/// Requests whose answer is on record, of which none may be decided otherwise.
@Suite(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: corpus tests are skipped"))
struct SimulatedRequestTests {
  @Test func everyRequestIsDecidedAsOnRecord() throws {
    let rules = try #require(try PermissionBook.shipped()).rules
    let cases = try SimulatedRequest.cases(in: URL(filePath: corpora ?? "/").appending(path: "permissions"))
    #expect(!cases.isEmpty)
    for one in cases {
      #expect(one.answer(rules: rules) == one.expected, "\(one.file): \(one.name)")
    }
  }
}
