import Basics
import Vocabulary

/// Checks the text of a request before anything is done with it.
package enum RequestLimits {
  /// The text without white space at its ends. Throws where it is empty, too long or not text.
  package static func checked(_ bytes: [UInt8]) throws(RequestError) -> String {
    guard bytes.count <= Request.maximumLength else {
      throw RequestError(
        .tooLong, summary: "The request is too long",
        detail:
          "It has \(bytes.count) bytes; at most \(Request.maximumLength) are read. Say in a few sentences what you need."
      )
    }
    guard let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: isForeign)
    else {
      throw RequestError(
        .notText, summary: "The request is not text",
        detail: "It has bytes that are no UTF-8 text, or control characters. Write it in plain language.")
    }
    let trimmed = text.drop { $0.isWhitespace }
    let end = trimmed.lastIndex { !$0.isWhitespace }
    guard let end else {
      throw RequestError(
        .empty, summary: "The request is empty",
        detail: "Say what you need, as: consilium ask \"a private S3 bucket named reports in eu-west-1\"")
    }
    return String(trimmed[...end])
  }

  /// Control characters, and the mark a decoder leaves where bytes were not text.
  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FFFD}"
      || (scalar.properties.generalCategory == .control && !"\n\r\t".unicodeScalars.contains(scalar))
  }
}
