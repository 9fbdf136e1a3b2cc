import Basics

/// ` Did you mean "x"?` for the name nearest to `given`, or nothing when none is near.
package func suggestion(for given: String, among names: some Sequence<String>) -> String {
  nearestName(to: given, among: names).map { " Did you mean \"\($0)\"?" } ?? ""
}

/// The name within two edits of `given` (fewer for short names), the nearest first.
package func nearestName(to given: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(given.utf8)
  let limit = wanted.count < 4 ? 1 : 2
  var best: (name: String, distance: Int)?
  for name in names where abs(name.utf8.count - wanted.count) <= limit {
    let distance = Spelling.distance(wanted, right: Array(name.utf8), swapsCountOnce: false)
    guard distance <= limit else { continue }
    if let best, (best.distance, best.name) <= (distance, name) { continue }
    best = (name, distance)
  }
  return best?.name
}
