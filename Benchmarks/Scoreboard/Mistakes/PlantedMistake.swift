/// A right configuration with one mistake in it.
struct PlantedMistake {
  let kind: MistakeKind
  /// The file that was changed, and its new text.
  let path: String
  let text: String
  /// What was changed, for a list of those that are not found.
  let place: String
}
