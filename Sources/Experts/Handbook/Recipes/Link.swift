import Experts
import Basics
import Templates

/// What joins two components: a queue that starts a function, a server that may reach a database.
struct Link: Sendable {
  /// A word for contexts: `outgoing.schedule_function`.
  var id: String
  /// Capabilities of either end.
  var from: String
  var to: String
  /// `always`: every pair; `nearest`: each component of the `from` side with the one mentioned nearest;
  /// `said`: where the request says with one of the words of `said` that something passes from the one to the other;
  /// `nearest-group`: with all that the nearest wish asks for.
  var reach: String
  /// Words of the request that have to stand between or around the two; empty for none.
  var when: [String]
  /// Verbs, in singular, for a link of what the request says.
  var said: Set<String>
  /// Verbs that say the contrary where the `to` side does it to the `from` side: a function that sends to a queue does not read it.
  var unlessSaid: Set<String>
  /// Capabilities that, wherever the plan has them, take its place.
  var unless: [String]
  /// Of the links of a group the `from` side has only the one to what is mentioned nearest; empty for none.
  var group: String
  /// Values that the `from` side has to have, where it has the parameter.
  var ifFrom: [String: JSONValue]
  /// The same of the `to` side.
  var ifTo: [String: JSONValue]
  /// Parameters it sets at either end.
  var setsFrom: [String: JSONValue]
  var setsTo: [String: JSONValue]
  /// Parameters of the `from` side that take the value of one of the `to` side: `target_port: port`.
  var copies: [String: String]
  /// Parameters of the `to` side that take the value of one of the `from` side.
  var copiesTo: [String: String]
  var files: [Recipe.File]

  init(_ data: DataNode) throws(ExpertError) {
    try data.allow([
      "id", "from", "to", "reach", "when", "unless", "if-from", "if-to", "group", "sets-from", "sets-to",
      "copies",
      "copies-to", "files", "said", "unless-said",
    ])
    id = try data.string("id")
    from = try data.string("from")
    to = try data.string("to")
    reach = data.string("reach", default: "always")
    when = data.strings("when")
    unless = data.strings("unless")
    said = Set(data.strings("said"))
    unlessSaid = Set(data.strings("unless-said"))
    group = data.string("group", default: "")
    ifFrom = data.values("if-from")
    ifTo = data.values("if-to")
    setsFrom = data.values("sets-from")
    setsTo = data.values("sets-to")
    copies = data.texts("copies")
    copiesTo = data.texts("copies-to")
    files = []
    do {
      for entry in data.entries("files") {
        files.append(
          Recipe.File(name: entry.key, template: try Template(entry.value.text ?? "", file: data.file)))
      }
    } catch {
      throw HandbookData.broken(error)
    }
  }
}
