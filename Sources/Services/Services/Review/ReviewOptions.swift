import Basics

/// How what exists is reviewed.
package struct ReviewOptions: Sendable {
  /// A file of waivers; nil for `waivers.yaml` in the reviewed folder, where there is one.
  package var waivers: String?
  /// Only rules that refer to this standard, `cis-aws`; nil for all.
  package var standard: String?
  /// Only findings that this path has not; nil for all.
  package var base: String?
  /// Whether changes that make rules pass are worked out.
  package var makesPatches: Bool
  /// Today, by which waivers end.
  package var day: CivilDate

  package init(
    waivers: String? = nil, standard: String? = nil, base: String? = nil, makesPatches: Bool = false,
    day: CivilDate
  ) {
    self.waivers = waivers
    self.standard = standard
    self.base = base
    self.makesPatches = makesPatches
    self.day = day
  }
}
