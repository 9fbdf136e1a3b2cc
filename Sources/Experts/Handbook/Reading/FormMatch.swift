import Experts

/// One match of a pattern from the lexicon.
struct FormMatch {
  let output: AnyRegexOutput
  let range: Range<String.Index>

  func text(_ group: Int) -> String? {
    guard group < output.count, let text = output[group].substring, !text.isEmpty else { return nil }
    return String(text)
  }

  func groupRange(_ group: Int) -> Range<String.Index>? {
    group < output.count ? output[group].range : nil
  }
}
