import Foundation
import Permissions
import SimulatedRequests

extension Table {
  /// The share of simulated requests that are decided as on record.
  func measurePermissions(_ corpora: URL) throws {
    guard let rules = try PermissionBook.shipped()?.rules else {
      return note("no cloud's permissions are known")
    }
    let cases = try SimulatedRequest.cases(in: corpora.appending(path: "permissions"))
    for half in CorpusHalf.allCases {
      let own = cases.filter { CorpusHalf(of: $0.name) == half }
      let right = own.filter { $0.answer(rules: rules) == $0.expected }
      row("permissions decided as on record, \(half.rawValue)", share(right.count, own.count), goal: "all")
      for one in own where one.answer(rules: rules) != one.expected {
        note("\(one.file): \(one.name): \(one.answer(rules: rules)), not \(one.expected)")
      }
    }
  }
}
