import Records
import Advice
import Basics
import Services
import Foundation
import Reporting
import Store
import TestFolders
import Testing
import Vocabulary

/// Nights of advice as an operator has them: states in folders, a store, budgets, a webhook.
struct AdvisingTests {
  private static let volume = #"""
    {"mode": "managed", "type": "aws_ebs_volume", "name": "NAME", "provider": "provider[\"registry.opentofu.org/hashicorp/aws\"]",
     "instances": [{"attributes": {"id": "vol-0NAME", "availability_zone": "us-east-1a", "size": 100, "type": "TYPE",
     "encrypted": true, "tags": {"team": "shop"}}}]},
    {"mode": "managed", "type": "aws_volume_attachment", "name": "NAME", "provider": "provider[\"registry.opentofu.org/hashicorp/aws\"]",
     "instances": [{"attributes": {"volume_id": "vol-0NAME", "instance_id": "i-1", "device_name": "/dev/sdf"}}]}
    """#

  private static func state(_ volumes: [(name: String, type: String)]) -> String {
    let entries = volumes.map {
      Self.volume.replacing("NAME", with: $0.name).replacing("TYPE", with: $0.type)
    }
    return #"{"version": 4, "lineage": "l", "serial": 1, "resources": ["# + entries.joined(separator: ",")
      + "]}"
  }

  private func inFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "advising-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let result: Result<Value, any Error>
    do {
      result = .success(try await body(folder))
    } catch {
      result = .failure(error)
    }
    try RemovedFolder.remove(folder)
    return try result.get()
  }

  private func write(_ text: String, _ folder: URL, _ name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func advising(_ folder: URL) throws -> AdviceService {
    try AdviceService(
      installation: Installation(
        environment: ["XDG_STATE_HOME": folder.path, "HOME": folder.path], executable: "/consilium"))
  }

  private func request(_ folder: URL, _ day: String, store: Bool = true) -> AdviceRequest {
    var request = AdviceRequest(crewFile: "\(folder.path)/none.yaml")
    request.sources = ["\(folder.path)/terraform.tfstate"]
    request.name = "shop"
    request.day = CalendarDay(day)
    if store { request.store = "\(folder.path)/advice.db" }
    return request
  }

  @Test func remembersFromNightToNight() async throws {
    try await inFolder { folder in
      let advising = try advising(folder)
      try write(Self.state([("a", "gp2"), ("b", "gp2")]), folder, "terraform.tfstate")
      let first = try await advising.report(request(folder, "2026-11-01"))
      #expect(first.exitStatus == .changes && first.changes?.new.count == 2 && first.saving == 4)
      try write(Self.state([("a", "gp3"), ("b", "gp2")]), folder, "terraform.tfstate")
      let second = try await advising.report(request(folder, "2026-11-02"))
      let changes = try #require(second.changes)
      #expect(changes.since == "2026-11-01" && changes.new.isEmpty && changes.open.count == 1)
      #expect(changes.applied.map(\.realised) == [2] && changes.applied.map(\.predicted) == [2])
      let again = try await advising.report(request(folder, "2026-11-02"))
      #expect(again == second)
      let third = try await advising.report(request(folder, "2026-11-03"))
      #expect(third.changes?.realised.map(\.realised) == [2])
      #expect(third.text.contains("realised") && third.text.contains("Since 2026-11-02"))
      let store = try Store(path: "\(folder.path)/advice.db")
      #expect(try await store.night(scope: "shop", day: "2026-11-02") != nil)
      #expect(
        try await store.advice(estate: "shop").map(\.status).sorted { $0.rawValue < $1.rawValue } == [
          .open, .realised,
        ])
    }
  }

  /// A night that was cut off before its one transaction has left nothing behind; the next run is the first one.
  @Test func leavesNothingOfANightThatWasCutOff() async throws {
    try await inFolder { folder in
      try write(Self.state([("a", "gp2")]), folder, "terraform.tfstate")
      let advising = try advising(folder)
      let cut = request(folder, "2026-11-01")
      let task = Task { try await advising.report(cut) }
      task.cancel()
      let result = await task.result
      let store = try Store(path: "\(folder.path)/advice.db")
      let nights = try await store.night(scope: "shop", day: "2026-11-01")
      let records = try await store.advice()
      // Either the whole night was kept, or nothing of it.
      switch result {
      case .success: #expect(nights != nil && records.count == 1)
      case .failure: #expect(nights == nil && records.isEmpty)
      }
      let next = try await advising.report(request(folder, "2026-11-01"))
      #expect(next.changes?.new.count == 1)
    }
  }

  @Test func staysSilentAboutWhatIsDismissed() async throws {
    try await inFolder { folder in
      try write(Self.state([("a", "gp2")]), folder, "terraform.tfstate")
      let advising = try advising(folder)
      let first = try await advising.report(request(folder, "2026-11-01"))
      let fingerprint = try #require(first.recommendations.first?.fingerprint)
      let dismissing = RememberedAdviceService(
        installation: Installation(environment: [:], executable: "/c"), storeFile: "\(folder.path)/advice.db")
      _ = try await dismissing.dismiss(
        String(fingerprint.prefix(6)), reason: "soon gone", until: "2026-11-05")
      let silent = try await advising.report(request(folder, "2026-11-05"))
      #expect(silent.recommendations.isEmpty && silent.exitStatus == .done)
      #expect(silent.changes?.dismissed.map(\.reason) == ["soon gone"])
      let later = try await advising.report(request(folder, "2026-11-06"))
      #expect(later.recommendations.map(\.fingerprint) == [fingerprint])
      await #expect(throws: StoreError.self) {
        _ = try await dismissing.dismiss("no such", reason: "r", until: nil)
      }
      await #expect(throws: AdviceError.self) {
        _ = try await dismissing.dismiss(fingerprint, reason: "r", until: "31.12.2026")
      }
    }
  }

  @Test func watchesBudgets() async throws {
    try await inFolder { folder in
      try write(Self.state([("a", "gp3")]), folder, "terraform.tfstate")
      try write(
        "budgets:\n  - name: shop\n    tag: {team: shop}\n    monthly: 20\n    increase: 5\n", folder,
        "budgets.yaml")
      let advising = try advising(folder)
      var first = request(folder, "2026-11-01")
      first.budgets = "\(folder.path)/budgets.yaml"
      let calm = try await advising.report(first)
      #expect(calm.budgets.map(\.spent) == [8] && calm.exitStatus == .done)
      try write(Self.state([("a", "gp3"), ("b", "gp3")]), folder, "terraform.tfstate")
      var second = first
      second.day = CalendarDay("2026-11-02")
      let risen = try await advising.report(second)
      #expect(risen.budgets.map(\.increase) == [8] && risen.exitStatus == .budget)
      try write("budgets:\n  - name: shop\n    montly: 20\n", folder, "budgets.yaml")
      let error = await #expect(throws: Diagnostic.self) { _ = try await advising.report(second) }
      #expect(error?.detail.contains("Did you mean 'monthly'?") == true)
    }
  }

  @Test func goesOnAfterAnEstateThatCannotBeRead() async throws {
    try await inFolder { folder in
      for index in 0..<12 {
        try write(Self.state([("v", "gp2")]), folder, "states/t\(index % 3)/e\(index).tfstate")
      }
      try write("{ cut off", folder, "states/t0/bad.tfstate")
      let advising = try advising(folder)
      var all = AdviceRequest(crewFile: "\(folder.path)/none.yaml")
      all.all = "\(folder.path)/states"
      let report = try await advising.report(all)
      #expect(report.estates.count == 12 && report.faults.map(\.estate) == ["t0/bad.tfstate"])
      #expect(report.exitStatus == .error && report.saving == 24)
      var names: [String] = []
      for index in 0..<5 {
        var part = all
        part.shard = Shard("\(index)/5")
        let report = try await advising.report(part)
        names += report.estates.map(\.estate) + report.faults.map(\.estate)
      }
      #expect(names.count == 13 && Set(names).count == 13)
      #expect(Shard("5/5") == nil && Shard("a/b") == nil && Shard("0/0") == nil)
    }
  }

  @Test func joinsAStateWithItsCode() async throws {
    try await inFolder { folder in
      try write(Self.state([("data", "gp2")]), folder, "terraform.tfstate")
      try write(
        "resource \"aws_ebs_volume\" \"data\" {\n  availability_zone = \"us-east-1a\"\n  size = 100 # GB\n  type = var.type\n}\n"
          + "variable \"type\" {\n  default = \"gp2\"\n}\n", folder, "code/main.tf")
      var both = request(folder, "2026-11-01", store: false)
      both.sources.append("\(folder.path)/code")
      let advice = try #require(try await advising(folder).report(both).recommendations.first)
      #expect(advice.place.line == 1 && advice.place.file.hasSuffix("code/main.tf"))
      #expect(
        advice.patch?.diff.contains("-  default = \"gp2\"\n+  default = \"gp3\"") == true,
        "\(advice.patch?.diff ?? "")")
      #expect(advice.checks.map(\.status) == [.passed, .passed, .passed])
      let alone = try #require(
        try await advising(folder).report(request(folder, "2026-11-01", store: false)).recommendations.first)
      #expect(
        alone.place.file.hasSuffix("terraform.tfstate") && alone.place.line == nil && !alone.withheld.isEmpty)
    }
  }

  @Test func writesEveryForm() async throws {
    try await inFolder { folder in
      try write(
        "resource \"aws_ebs_volume\" \"d\" {\n  availability_zone = \"us-east-1a\"\n  size = 10\n}\n", folder,
        "code/main.tf")
      var request = request(folder, "2026-11-01", store: false)
      request.sources = ["\(folder.path)/code"]
      let report = try await advising(folder).report(request)
      let target = "\(folder.path)/out"
      try AdviceFolder(path: target).write(report)
      // What somebody else puts there is carried over.
      try Data("mine".utf8).write(to: URL(filePath: "\(target)/notes.txt"))
      try FileManager.default.createDirectory(atPath: "\(target)/patches", withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: URL(filePath: "\(target)/patches/my own.patch"))
      try AdviceFolder(path: target).write(report)
      #expect(FileManager.default.contents(atPath: "\(target)/notes.txt") == Data("mine".utf8))
      #expect(FileManager.default.contents(atPath: "\(target)/patches/my own.patch") == Data("mine".utf8))
      let files = Set(try #require(FileManager.default.subpaths(atPath: target)))
      #expect(
        files.isSuperset(of: [
          "report.json", "report.md", "report.html", "report.csv", "report.sarif", "patches",
        ]))
      #expect(files.contains { $0.hasSuffix(".patch") })
      let json = try JSONValue(parsing: String(contentsOfFile: "\(target)/report.json", encoding: .utf8))
      #expect(json["recommendations"]?.array?.count == report.recommendations.count)
      let sarif = try JSONValue(parsing: String(contentsOfFile: "\(target)/report.sarif", encoding: .utf8))
      #expect(sarif["version"]?.string == "2.1.0")
      let csv = try String(contentsOfFile: "\(target)/report.csv", encoding: .utf8)
      #expect(csv.split(separator: "\r\n").count == report.recommendations.count + 1)
      try write("mine", folder, "other/notes.txt")
      #expect(throws: Diagnostic.self) { try AdviceFolder(path: "\(folder.path)/other").write(report) }
    }
  }

  @Test func tellsOnlyWhoIsOnTheList() async throws {
    let report = AdviceReport(
      day: "2026-11-01", priceBookDate: "2026-07-20", estates: [], recommendations: [], rules: [],
      reviewers: [])
    for address in ["https://evil.example/hook", "ftp://hooks.example/x", "hooks.example"] {
      #expect(throws: AdviceError.self) { try AdviceNotice(address: address, hosts: ["hooks.example"]) }
    }
    #expect(throws: AdviceError.self) {
      try AdviceNotice(address: "https://hooks.example@evil.example/", hosts: ["hooks.example"])
    }
    _ = try AdviceNotice(address: "https://hooks.example/services/x", hosts: ["Hooks.example"])
    let closed = try AdviceNotice(address: "http://127.0.0.1:1/", hosts: ["127.0.0.1:1"])
    let error = await #expect(throws: AdviceError.self) { try await closed.send(report) }
    #expect(error?.code == .notify)
  }
}
