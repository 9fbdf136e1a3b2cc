import Basics
import Experts

/// What a verb of a request means as permissions on what a recipe builds: "read" of a bucket.
struct Grant: Sendable {
  /// An action and the part of the resource it is for, as `s3:GetObject /*`; nothing behind the action for the resource itself.
  var actions: [(action: String, part: String)]
  /// Actions with wildcards that are no more than the verb says.
  var bounds: [String]
  /// Actions that go with it and are about no resource.
  var free: [String]

  init(_ data: DataNode) throws(ExpertError) {
    try data.allow(["actions", "bounds", "free"])
    actions = data.strings("actions").map { text in
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      return (parts.first ?? "", parts.count == 2 ? parts[1] : "")
    }
    bounds = data.strings("bounds")
    free = data.strings("free")
  }
}
