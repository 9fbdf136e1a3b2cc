extension String {
  /// Without white space at both ends.
  var trimmingSpace: String {
    let kept = drop { $0.isWhitespace }
    return String(kept.reversed().drop { $0.isWhitespace }.reversed())
  }
}
