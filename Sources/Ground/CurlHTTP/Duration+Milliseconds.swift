import Basics

extension Duration {
  /// Whole milliseconds, at least 1: a limit of zero would mean none to libcurl.
  var milliseconds: Int { max(1, Int(saturating: (self / .milliseconds(1)).rounded(.up))) }

  /// `30 s`, `250 ms`.
  var words: String {
    let milliseconds = milliseconds
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
  }
}
