import Basics

/// `type "label" … { body }`.
package struct Block: Hashable, Sendable {
  package var type: String
  package var labels: [String]
  package var body: Body
  package var typeRange: SourceRange
  /// One for each label, quotes included.
  package var labelRanges: [SourceRange]
  package var openBrace: SourceRange
  package var closeBrace: SourceRange

  /// From the type to the closing brace.
  package var range: SourceRange { typeRange.joined(with: closeBrace) }
  /// From the type to the last label: what a message about the block points at.
  package var headerRange: SourceRange { typeRange.joined(with: labelRanges.last ?? typeRange) }
}
