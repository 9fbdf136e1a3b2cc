import Basics

/// What a client is told of a task.
struct TaskState: Sendable {
  enum Status: Sendable {
    case working
    /// With what is asked, by key.
    case inputRequired([String: JSONValue])
    /// With the result the request would have had.
    case completed(JSONValue)
    case failed(ProtocolFault)
    case cancelled
  }

  let id: String
  /// RFC 3339, UTC.
  let created: String
  var updated: String
  var status: Status = .working
  /// Where the work is, or why it failed.
  var message: String?

  init(id: String, created: String) {
    self.id = id
    self.created = created
    updated = created
  }

  /// The members of a task, without those that its status brings.
  var handle: JSONValue {
    .members([
      ("taskId", .string(id)), ("status", .string(word)), ("statusMessage", message.map(JSONValue.string)),
      ("createdAt", .string(created)), ("lastUpdatedAt", .string(updated)),
      ("ttlMs", .integer(Int(clamping: TaskTable.kept.components.seconds * 1000))),
      ("pollIntervalMs", .integer(TaskTable.pollInterval)),
    ])
  }

  var json: JSONValue {
    switch status {
    case .working, .cancelled: handle
    case .inputRequired(let requests):
      handle.adding([
        (
          "inputRequests",
          .object(requests.sorted { $0.key < $1.key }.map { JSONMember($0.key, value: $0.value) })
        )
      ])
    case .completed(let result): handle.adding([("result", result)])
    case .failed(let fault): handle.adding([("error", fault.json)])
    }
  }

  private var word: String {
    switch status {
    case .working: "working"
    case .inputRequired: "input_required"
    case .completed: "completed"
    case .failed: "failed"
    case .cancelled: "cancelled"
    }
  }
}
