import Basics
import ModelContext
import Testing

/// The extension for work that outlives its request.
struct TaskTests {
  private func begin(_ wire: Wire, tool: String, id: Int) async throws -> String {
    let response = try await wire.ask("tools/call", id: id, params: ["name": .string(tool)], meta: Wire.able)
    #expect(response["result"]?["resultType"]?.string == "task")
    let handle = try #require(response["result"]?["taskId"]?.string)
    #expect(handle.count == 32)
    return handle
  }

  /// Asks until the task has this status.
  private func state(_ wire: Wire, task: String, status: String, from id: Int) async throws -> JSONValue {
    var id = id
    while true {
      let result = try await wire.ask(
        "tasks/get", id: id, params: ["taskId": .string(task)], meta: Wire.able)["result"]
      if let result, result["status"]?.string == status { return result }
      id += 1
      try await Task.sleep(for: .milliseconds(2))
      try #require(id < 100_000)
    }
  }

  @Test func aLongToolBecomesATaskForWhoTakesThem() async throws {
    try await Wire.open { wire in
      let task = try await begin(wire, tool: "fail", id: 1)
      let state = try await state(wire, task: task, status: "completed", from: 1000)
      // A tool that fails has a result; only a fault of the protocol fails the task.
      #expect(state["result"]?["isError"] == true)
      #expect(state["resultType"] == "complete")
      #expect(state["ttlMs"]?.integer == 3_600_000)
    }
  }

  @Test func aShortToolDoesNot() async throws {
    try await Wire.open { wire in
      let response = try await wire.ask("tools/call", id: 1, params: ["name": "echo"], meta: Wire.able)
      #expect(response["result"]?["resultType"] == "complete")
    }
  }

  @Test func whoDoesNotTakeTasksGetsNone() async throws {
    try await Wire.open { wire in
      let response = try await wire.ask("tools/call", id: 1, params: ["name": "fail"])
      #expect(response["result"]?["isError"] == true)
      for method in ["tasks/get", "tasks/update", "tasks/cancel"] {
        let refusal = try await wire.ask(
          method, id: method.count * 10, params: ["taskId": "x", "inputResponses": [:]])
        #expect(refusal["error"]?["code"]?.integer == -32021)
        #expect(refusal["error"]?["data"]?["requiredCapabilities"]?["extensions"]?[MetaKey.tasks] != nil)
      }
    }
  }

  @Test func anUnknownTaskIsAFault() async throws {
    try await Wire.open { wire in
      for (id, method) in ["tasks/get", "tasks/update", "tasks/cancel"].enumerated() {
        let refusal = try await wire.ask(
          method, id: id, params: ["taskId": "00000000000000000000000000000000", "inputResponses": [:]],
          meta: Wire.able)
        #expect(refusal["error"]?["code"]?.integer == -32602)
      }
    }
  }

  @Test func cancelledStaysCancelled() async throws {
    try await Wire.open { wire in
      let task = try await begin(wire, tool: "wait", id: 1)
      _ = try await state(wire, task: task, status: "working", from: 1000)
      let params: JSONValue = ["taskId": .string(task)]
      #expect(
        try await wire.ask("tasks/cancel", id: 2, params: params, meta: Wire.able)["result"]?["resultType"]
          == "complete")
      _ = try await state(wire, task: task, status: "cancelled", from: 2000)
      #expect(try await wire.ask("tasks/cancel", id: 3, params: params, meta: Wire.able)["error"] == nil)
      _ = try await state(wire, task: task, status: "cancelled", from: 3000)
    }
  }

  @Test func aTaskAsksAndGoesOn() async throws {
    try await Wire.open { wire in
      let task = try await begin(wire, tool: "ask", id: 1)
      let waiting = try await state(wire, task: task, status: "input_required", from: 1000)
      let key = try #require(waiting["inputRequests"]?.object?.first?.key)
      func update(_ id: Int, key: String, name: JSONValue) async throws -> JSONValue {
        try await wire.ask(
          "tasks/update", id: id,
          params: [
            "taskId": .string(task),
            "inputResponses": .object([
              JSONMember(key, value: ["action": "accept", "content": ["name": name]])
            ]),
          ], meta: Wire.able)
      }
      // An answer to nothing is let go; one that does not fit the form is refused, and the question stays.
      #expect(try await update(2, key: "other", name: "Ada")["error"] == nil)
      #expect(try await update(3, key: key, name: 5)["error"]?["code"]?.integer == -32602)
      _ = try await state(wire, task: task, status: "input_required", from: 2000)
      #expect(try await update(4, key: key, name: "Ada")["error"] == nil)
      let done = try await state(wire, task: task, status: "completed", from: 3000)
      #expect(done["result"]?["structuredContent"]?["text"] == "Ada")
      #expect(done["inputRequests"] == nil)
      #expect(try await update(5, key: key, name: "Eve")["error"] == nil)
      #expect(try await state(wire, task: task, status: "completed", from: 4000)["result"] == done["result"])
    }
  }

  @Test func aFaultFailsTheTaskAndTellsNothing() async throws {
    try await Wire.open(scopes: ["leak"]) { wire in
      let task = try await begin(wire, tool: "leak", id: 1)
      let state = try await state(wire, task: task, status: "failed", from: 1000)
      #expect(state["error"]?["code"]?.integer == -32603)
      #expect(!wire.all.map(\.compact).joined().contains("hunter2"))
    }
  }

  @Test func subscribersHearOfATask() async throws {
    try await Wire.open { wire in
      let task = try await begin(wire, tool: "ask", id: 1)
      try wire.send(
        Wire.request(
          "subscriptions/listen", id: 2, params: ["notifications": ["taskIds": [.string(task)]]],
          meta: Wire.able))
      _ = try await wire.message { $0["method"]?.string == "notifications/subscriptions/acknowledged" }
      _ = try await wire.ask("tasks/cancel", id: 3, params: ["taskId": .string(task)], meta: Wire.able)
      let told = try await wire.message {
        $0["method"]?.string == "notifications/tasks" && $0["params"]?["status"] == "cancelled"
      }
      #expect(told["params"]?["taskId"]?.string == task)
      let refusal = try await wire.ask(
        "subscriptions/listen", id: 4, params: ["notifications": ["taskIds": ["x"]]])
      #expect(refusal["error"]?["code"]?.integer == -32021)
    }
  }

  @Test func onlySoManyAtATime() async throws {
    try await Wire.open { wire in
      for id in 1...8 { _ = try await begin(wire, tool: "wait", id: id) }
      let refusal = try await wire.ask("tools/call", id: 9, params: ["name": "wait"], meta: Wire.able)
      #expect(refusal["error"]?["code"]?.integer == -32603)
    }
  }

  @Test func handlesDiffer() async throws {
    try await Wire.open { wire in
      let first = try await begin(wire, tool: "wait", id: 1)
      let second = try await begin(wire, tool: "wait", id: 2)
      #expect(first != second)
    }
  }
}
