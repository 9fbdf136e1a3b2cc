import ConnectivityCases
import Foundation
import Testing

/// Agreement with an independent analyser's answers.
struct ConnectivityCorpusTests {
  private static let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

  @Test(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: corpus tests are skipped"))
  func theSameConnectionsAreFound() throws {
    let folder = try #require(Self.corpora)
    let cases = try ConnectivityCase.all(in: URL(filePath: "\(folder)/kubernetes/connectivity"))
    let learned = cases.filter(\.isLearned)
    for one in learned where !one.agrees {
      print(
        "\(one.name): \(one.faults.prefix(3)) missing \(one.missing.count), invented \(one.invented.count)")
      for line in one.missing.prefix(6) { print("  - \(line)") }
      for line in one.invented.prefix(6) { print("  + \(line)") }
    }
    let others = cases.filter { !$0.isLearned }
    print(
      "connectivity: learned from \(learned.count { $0.agrees }) of \(learned.count), "
        + "others \(others.count { $0.agrees }) of \(others.count)")
    #expect(cases.count > 20)
    #expect(learned.filter { !$0.agrees }.map(\.name) == [])
  }
}
