import ClusterCases
import Foundation
import Testing

/// Objects of real suites: those with every field set, and those named for what is wrong with them.
struct ManifestCorpusTests {
  private static let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

  private func cases(_ folder: String) throws -> [SchemaCase] {
    try SchemaCase.all(in: URL(filePath: "\(try #require(Self.corpora))/kubernetes/\(folder)"))
  }

  /// Every object of a kind that Kubernetes still has and keeps in files is valid, or its version is said to be removed.
  @Test(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: corpus tests are skipped"))
  func objectsWithEveryFieldAreValid() throws {
    let cases = try cases("every-field")
    func count(_ standing: SchemaCase.Standing) -> Int { cases.count { $0.standing == standing } }
    print(
      "every field: \(count(.valid)) valid, \(count(.removed)) of removed versions, \(count(.unknown)) of kinds that are not here"
    )
    #expect(cases.filter { $0.standing == .invalid }.map(\.name) == [])
    #expect(count(.valid) >= 50)
  }

  @Test(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: corpus tests are skipped"))
  func fixturesAreJudgedAsTheirNamesSay() throws {
    #expect(try cases("kubeconform").filter { !$0.isAsNamed }.map { "\($0.name): \($0.faults)" } == [])
  }
}
