import Digests

/// The half of a corpus that rules may be made from, and the one that figures are only reported on: by whether the first hexadecimal
/// digit of the digest of the case's name is even.
enum CorpusHalf: String, CaseIterable {
  case learn, report

  init(of name: String) {
    let digit = Digest(of: name).hexadecimal.first?.hexDigitValue ?? 0
    self = digit.isMultiple(of: 2) ? .learn : .report
  }
}
