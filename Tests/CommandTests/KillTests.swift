import TestFolders
import Basics
import ExternalTools
import Foundation
import Testing

/// The executor killed (SIGKILL) in every phase: what is left, what a second try does, and that nothing runs on.
struct KillTests {
  private struct Row {
    let phase: String
    let left: String
    let again: String
    let resources: Int
  }

  /// The executor's own program, with a tool that kills it where the test says.
  private struct Killing {
    let root: String
    static let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
      .appending(path: "consilium-executor").path(percentEncoded: false)
    static let tool = ToolFinder.find("terraform", environment: ProcessInfo.processInfo.environment)

    func run(_ arguments: [String]) async throws -> ProcessResult {
      try await ProcessRunner.run(
        ProcessCall(
          executable: Self.program, arguments: arguments,
          environment: [
            "PATH": "\(root)/bin:/usr/bin:/bin", "HOME": root, "XDG_STATE_HOME": root,
            "XDG_CONFIG_HOME": "\(root)/config", "USER": "tester",
          ], directory: root, timeout: .seconds(120)))
    }

    /// Plans as a person does who allows, by name, what a refusal lists.
    func plan() async throws -> String {
      var planned = try await run(["plan", "configuration", "--format", "json"])
      if planned.status == 3 {
        let allowed = planned.errors.matches(of: /--allow ([a-z0-9-]+)/).flatMap {
          ["--allow", String($0.1)]
        }
        planned = try await run(["plan", "configuration", "--format", "json"] + allowed)
      }
      try write(planned.output, "last-plan.json")
      return try #require(JSONValue.document(planned.output)?["plan"]?.string, "\(planned.errors)")
    }

    /// As many people as the last plan needs; the rules of the place let one login act for them.
    func approve(_ plan: String) async throws {
      let last = try JSONValue(
        parsing: String(contentsOf: URL(filePath: "\(root)/last-plan.json"), encoding: .utf8))
      let needed = last["approversNeeded"]?.integer ?? 1
      let count = needed > 1 ? ["--count", "\(last["count"]?.integer ?? 0)"] : []
      for name in ["maria", "tom"].prefix(needed) {
        if name == "tom" { #expect(try await run(["keys", "trust", name]).status == 0) }
        let approved = try await run(["approve", plan, "--as", name] + count)
        #expect(approved.status == 0, "\(approved.errors)")
      }
    }

    func write(_ text: String, _ name: String) throws {
      let file = URL(filePath: "\(root)/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }

    /// The verb before which the executor is killed, once; an empty one kills nothing.
    func killBefore(_ verb: String) throws { try write(verb, "kill-before") }

    func make() throws {
      try write(
        """
        #!/bin/sh
        echo $PPID > '\(root)/executor.pid'
        echo $$ > '\(root)/tool.pid.new' && mv '\(root)/tool.pid.new' '\(root)/tool.pid'
        verb=$(cat '\(root)/kill-before' 2>/dev/null)
        if [ "$verb" = "$1" ] || [ "$verb" = "$*" ]; then
          : > '\(root)/kill-before'
          kill -9 $PPID
          sleep 5
          exit 1
        fi
        exec '\(try #require(Self.tool))' "$@"

        """, "bin/terraform")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(root)/bin/terraform")
      try write("resource \"terraform_data\" \"a\" {\n  input = 1\n}\n", "configuration/main.tf")
      try write("approvals: {one_login: true}\n", "config/consilium/consilium.yaml")
      try killBefore("")
    }

    /// Three resources one after the other; the second does `command` once it is begun.
    func chain(_ command: String) throws {
      try write(
        """
        resource "terraform_data" "one" {
          input = 1
        }
        resource "terraform_data" "two" {
          input = terraform_data.one.output
          provisioner "local-exec" {
            command = "\(command)"
          }
        }
        resource "terraform_data" "three" {
          input = terraform_data.two.output
        }

        """, "configuration/main.tf")
    }

    func stateResources() throws -> Int {
      let workspaces = "\(root)/consilium/workspaces"
      let names = try FileManager.default.contentsOfDirectory(atPath: workspaces)
      return try names.reduce(0) { count, name in
        let file = "\(workspaces)/\(name)/terraform.tfstate"
        guard FileManager.default.fileExists(atPath: file) else { return count }
        let state = try JSONValue(parsing: String(contentsOf: URL(filePath: file), encoding: .utf8))
        return count + (state["resources"]?.array?.count ?? 0)
      }
    }

    /// Whether the tool that was started last still runs.
    func toolRuns() throws -> Bool {
      let pid = try String(contentsOf: URL(filePath: "\(root)/tool.pid"), encoding: .utf8).filter(\.isNumber)
      // Without a number it would be /proc/stat, which is always there.
      guard !pid.isEmpty, FileManager.default.fileExists(atPath: "/proc/\(pid)/stat") else { return false }
      let stat = try String(contentsOf: URL(filePath: "/proc/\(pid)/stat"), encoding: .utf8)
      return !stat.contains(") Z ")
    }
  }

  private static func with(_ body: (Killing) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "kill-\(UInt64.random(in: 0..<UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try RemovedFolder.remove(folder) } catch { Issue.record(error) } }
    let killing = Killing(root: folder.path(percentEncoded: false))
    try killing.make()
    try await body(killing)
  }

  @Test(.enabled(if: Killing.tool != nil, "terraform is not installed: nothing is killed"))
  func inEveryPhase() async throws {
    var rows: [Row] = []
    for verb in ["version", "init", "validate", "plan", "show"] { rows.append(try await Self.planning(verb)) }
    rows.append(
      try await Self.applying(
        "apply: the intent is kept, the tool has done nothing", before: "apply", remaining: 1))
    rows.append(
      try await Self.applying(
        "apply: done, before the state is read again", before: "show -json", remaining: 0))
    rows.append(
      try await Self.midway("apply: half done, the executor killed", signal: "-9 $(cat executor.pid)"))
    rows.append(
      try await Self.midway("apply: half done, the executor asked to end", signal: "-15 $(cat executor.pid)"))
    rows.append(try await Self.toolKilled())
    print("| killed | left | a second try | resources in the state |\n|---|---|---|---|")
    for row in rows { print("| \(row.phase) | \(row.left) | \(row.again) | \(row.resources) |") }
  }

  /// A plan that is cut off leaves nothing, and the next one works.
  private static func planning(_ verb: String) async throws -> Row {
    var row: Row?
    try await with { killing in
      try killing.killBefore(verb)
      #expect(try await killing.run(["plan", "configuration"]).status == 137, "\(verb)")
      let trail = try await killing.run(["approvals"])
      #expect(trail.status == 0, "\(trail.errors)")
      let plan = try await killing.plan()
      try await killing.approve(plan)
      #expect(try await killing.run(["apply", plan]).status == 0)
      row = Row(
        phase: "plan: before \(verb)", left: "nothing", again: "plans",
        resources: try killing.stateResources())
    }
    return try #require(row)
  }

  private static func applying(_ phase: String, before verb: String, remaining: Int) async throws -> Row {
    var row: Row?
    try await with { killing in
      let plan = try await killing.plan()
      try await killing.approve(plan)
      try killing.killBefore(verb)
      #expect(try await killing.run(["apply", plan]).status == 137)
      row = try await after(killing, plan, phase, remaining: remaining)
    }
    return try #require(row)
  }

  private static func midway(_ phase: String, signal: String) async throws -> Row {
    var row: Row?
    try await with { killing in
      try killing.chain("cd '\(killing.root)' && kill \(signal); sleep 30")
      let plan = try await killing.plan()
      try await killing.approve(plan)
      let status = try await killing.run(["apply", plan]).status
      #expect(status == 137 || status == 143)
      // The tool is told when the executor is gone, stops in good order and keeps its state.
      while try killing.toolRuns() { try await Task.sleep(for: .milliseconds(50)) }
      row = try await after(killing, plan, phase, remaining: 2)
      #expect(try killing.stateResources() < 3)
    }
    return try #require(row)
  }

  /// Unknown is left; a second apply is refused; reconcile says what is missing; a person settles it.
  private static func after(_ killing: Killing, _ plan: String, _ phase: String, remaining: Int) async throws
    -> Row
  {
    let again = try await killing.run(["apply", plan])
    #expect(again.status == 1 && again.errors.contains("no known end"), "\(again.errors)")
    let resources = try killing.stateResources()
    let looked = try await killing.run(["reconcile", plan, "--format", "json"])
    #expect(looked.status == (remaining == 0 ? 0 : 2), "\(looked.errors)")
    #expect(JSONValue.document(looked.output)?["remaining"]?.array?.count == remaining, "\(looked.output)")
    #expect(
      try await killing.run(["reconcile", plan, "--as", remaining == 0 ? "done" : "failed"]).status == 0)
    #expect(try await killing.run(["apply", plan]).errors.contains("applied already"))
    return Row(phase: phase, left: "unknown", again: "refused; \(remaining) left to do", resources: resources)
  }

  private static func toolKilled() async throws -> Row {
    var row: Row?
    try await with { killing in
      try killing.chain("kill -9 $(cat '\(killing.root)/tool.pid'); sleep 1")
      let plan = try await killing.plan()
      try await killing.approve(plan)
      let applied = try await killing.run(["apply", plan])
      #expect(applied.status == 1 && applied.errors.contains("failed part-way"), "\(applied.errors)")
      #expect(applied.errors.contains("unknown: create terraform_data.two"), "\(applied.errors)")
      #expect(try await killing.run(["apply", plan]).errors.contains("applied already"))
      row = Row(
        phase: "apply: half done, the tool killed", left: "failed", again: "refused",
        resources: try killing.stateResources())
    }
    return try #require(row)
  }

  /// Killed at random moments: a plan is begun at most once, and what is not known is never run again.
  @Test(.enabled(if: Killing.tool != nil, "terraform is not installed: nothing is killed"))
  func atRandomMoments() async throws {
    var left: [String: Int] = [:]
    for round in 0..<12 {
      try await Self.with { killing in
        try killing.write(
          "resource \"terraform_data\" \"a\" {\n  provisioner \"local-exec\" {\n    command = \"echo run >> '\(killing.root)/runs'\"\n  }\n}\n",
          "configuration/main.tf")
        let plan = try await killing.plan()
        try await killing.approve(plan)
        let delay = Double(round) * 0.04
        let script = "'\(Killing.program)' apply \(plan) & pid=$!; sleep \(delay); kill -9 $pid; wait $pid"
        _ = try await ProcessRunner.run(
          ProcessCall(
            executable: "/bin/bash", arguments: ["-c", script],
            environment: [
              "PATH": "\(killing.root)/bin:/usr/bin:/bin", "HOME": killing.root,
              "XDG_STATE_HOME": killing.root, "XDG_CONFIG_HOME": "\(killing.root)/config",
              "USER": "tester",
            ], directory: killing.root, timeout: .seconds(60)))
        while try killing.toolRuns() { try await Task.sleep(for: .milliseconds(50)) }
        let again = try await killing.run(["apply", plan])
        let outcome =
          again.status == 0 ? "not begun" : again.errors.contains("no known end") ? "unknown" : "done"
        left[outcome, default: 0] += 1
        #expect(
          again.status == 0 || again.errors.contains("no known end")
            || again.errors.contains("applied already"))
        let runs = "\(killing.root)/runs"
        let count =
          FileManager.default.fileExists(atPath: runs)
          ? try String(contentsOf: URL(filePath: runs), encoding: .utf8).split(separator: "\n").count : 0
        #expect(count <= 1, "round \(round)")
      }
    }
    print(
      "killed at 12 random moments: \(left.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", "))"
    )
  }
}
