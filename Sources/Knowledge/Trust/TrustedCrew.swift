import CrewFile

/// A crew that may be worked with: the one that ships, a person's own, or one that a person trusted as it is. Only
/// `CrewTrust` makes one, so that nothing is asked or read for a crew that it did not see.
package struct TrustedCrew: Sendable {
  package let file: CrewFile

  init(file: CrewFile) {
    self.file = file
  }
}
