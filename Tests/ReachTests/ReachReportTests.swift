import Basics
import Reach
import Testing

struct ReachReportTests {
  private let open = Cluster.workload("web") + Cluster.workload("db")
  private var closed: String {
    open
      + Cluster.policy(
        "db",
        spec:
          "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}]}"
      )
  }

  private func report(_ text: String, filter: ReachFilter = ReachFilter(), port: Int? = nil) -> ReachReport {
    ReachReport(Cluster(text).model, filter: filter, port: port)
  }

  @Test func aConnectionIsOneEntryForEachProtocolWithItsRules() {
    let entry = report(closed, filter: ReachFilter(from: "web", to: "db")).json["connections"]?[0]
    #expect(entry?["from"] == "Deployment/shop/web")
    #expect(entry?["protocol"] == "TCP")
    #expect(entry?["ports"] == "5432")
    #expect(entry?["via"]?[1]?["rule"] == "NetworkPolicy/shop/db ingress[0]")
    #expect(entry?["via"]?[1]?["at"] == "cluster.yaml:20:1")
  }

  @Test func aPairThatIsAskedForIsShownThoughNothingGetsThrough() {
    let entry = report(closed, filter: ReachFilter(from: "web", to: "db"), port: 22).json["connections"]?[0]
    #expect(entry?["protocol"] == "none")
    #expect(report(closed, port: 22).connections.allSatisfy { $0.to.name != "Deployment/shop/db" })
  }

  @Test func aChangeIsWhatOpensAndCloses() {
    let comparison = ReachComparison(before: report(open), after: report(closed))
    #expect(comparison.opened.isEmpty)
    #expect(
      comparison.closed.map { "\($0.from.name) \($0.traffic)" } == [
        "0.0.0.0-255.255.255.255 all",
        "Deployment/shop/web SCTP 1-65535, TCP 1-5431,5433-65535, UDP 1-65535",
      ])
    let back = ReachComparison(before: report(closed), after: report(open))
    #expect(back.opened.count == 2)
    #expect(back.closed.isEmpty)
  }
}
