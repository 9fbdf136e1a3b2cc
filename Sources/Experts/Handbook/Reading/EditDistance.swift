/// How many letters have to change to turn one word into another.
enum EditDistance {
  static func between(_ left: String, _ right: String) -> Int {
    let first = Array(left.unicodeScalars.prefix(64))
    let second = Array(right.unicodeScalars.prefix(64))
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, other) in second.enumerated() {
        let above = row[place + 1]
        row[place + 1] = letter == other ? diagonal : min(diagonal, above, row[place]) + 1
        diagonal = above
      }
    }
    return row[second.count]
  }
}
