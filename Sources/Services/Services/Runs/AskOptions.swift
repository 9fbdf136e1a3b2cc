import CrewFile
import Vocabulary

/// What the person asked for and how.
package struct AskOptions: Sendable {
  package var request: [UInt8]
  package var crewFile: String
  /// The folder of the configuration that is to be changed; nil for something new.
  package var base: String?
  package var mode: Request.Mode?
  package var rounds: Int?
  /// Drafts of the first drafter in an ensemble; nil for what the crew says.
  package var drafts: Int?
  /// Nil for a folder named for the run below `place`.
  package var output: String?
  /// Where folders named for runs are made.
  package var place: String
  /// Steps at the same time.
  package var limit: Int
  /// Where the bundle's state is kept, as `s3://BUCKET/KEY?region=R`; nil for this machine.
  package var backend: String?
  /// Whether OpenTofu is not to encrypt a state that is kept elsewhere.
  package var keepsStatePlain: Bool
  /// Sentences about how the request came to be, for the report's assumptions: what a person answered to lines of it.
  package var remarks: [String] = []
  /// Who is to answer and from where.
  package var models: ModelRunOptions

  /// The crew with the rounds and drafts that are asked for in place of its own.
  func applied(to crew: Crew) -> Crew {
    var crew = crew
    if let rounds { crew.rounds = rounds }
    if let drafts { crew.drafts = drafts }
    return crew
  }

  package init(
    request: [UInt8], crewFile: String, base: String? = nil, mode: Request.Mode? = nil, rounds: Int? = nil,
    drafts: Int? = nil, output: String? = nil, place: String = "consultations",
    limit: Int = 4, backend: String? = nil, keepsStatePlain: Bool = false,
    models: ModelRunOptions = ModelRunOptions()
  ) {
    self.request = request
    self.crewFile = crewFile
    self.base = base
    self.mode = mode
    self.rounds = rounds
    self.drafts = drafts
    self.output = output
    self.place = place
    self.limit = limit
    self.backend = backend
    self.keepsStatePlain = keepsStatePlain
    self.models = models
  }
}
