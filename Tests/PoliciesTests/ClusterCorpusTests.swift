import ClusterCases
import Foundation
import Policies
import Testing

/// How well rules about clusters agree with another collection's cases.
struct ClusterCorpusTests {
  private static let corpora = ProcessInfo.processInfo.environment["CONSILIUM_CORPORA"]

  @Test(.enabled(if: corpora != nil, "CONSILIUM_CORPORA is not set: corpus tests are skipped"))
  func casesHaveTheFindingsThatAnotherCollectionExpects() throws {
    let cases = try ClusterRuleCases(URL(filePath: "\(try #require(Self.corpora))/policy/kubescape"))
    print(
      "cluster rules: \(cases.agreeing) of \(cases.count) cases agree, \(cases.missed.count) missed, "
        + "\(cases.invented.count) besides")
    for one in cases.missed { print("  missed \(one)") }
    for one in cases.invented { print("  besides \(one)") }
    #expect(cases.count > 80)
    #expect(Double(cases.agreeing) >= 0.85 * Double(cases.count))
  }

  @Test func everyRuleThatIsComparedIsThere() throws {
    let known = Set(try PolicyPack.builtIn.get().rules.map(\.id))
    #expect(ClusterRuleCases.same.values.joined().filter { !known.contains($0) } == [])
  }
}
