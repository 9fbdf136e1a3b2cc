import Basics

/// The beginning of a list, and how much of it is left out: a result must not fill a model's context.
struct ShownList {
  let shown: JSONValue
  let omitted: Int

  init(_ all: [JSONValue], limit: Int) {
    shown = .array(Array(all.prefix(limit)))
    omitted = max(0, all.count - limit)
  }
}
