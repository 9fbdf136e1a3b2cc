/// One piece of advice on an estate: what to change, what it saves by which arithmetic, and what speaks against it.
package struct Recommendation: Hashable, Sendable, Codable {
  package enum Level: String, Sendable, Codable, CaseIterable {
    case high, medium, low
  }

  /// How sure the saving is.
  package typealias Confidence = Level
  /// What can go wrong.
  package typealias Risk = Level

  /// Stable across nights: of the rule, the estate, the resource and what is advised, not of any number.
  package var fingerprint: String
  /// `aws-ebs-gp2-to-gp3`.
  package var rule: String
  /// The rule's place in the list of forty that `docs/advise.md` explains.
  package var number: Int
  package var title: String
  package var action: AdviceAction
  /// The name of the estate: a folder, or the path of a state below the folder of all.
  package var estate: String
  /// What is to be changed: the first of `addresses`.
  package var address: String
  /// Every instance that the change concerns.
  package var addresses: [String]
  package var type: String
  package var place: AdvicePlace
  /// What was seen, in sentences with numbers.
  package var evidence: [String]
  /// The arithmetic of the saving with the numbers in it.
  package var formula: String
  package var saving: AdviceSaving
  package var confidence: Confidence
  package var effort: AdviceEffort
  package var risk: Risk
  /// Whether it can be undone without loss.
  package var isReversible: Bool
  /// What to do by hand before or instead of the patch, in order.
  package var steps: [String]
  package var patch: AdvicePatch?
  /// Why there is no patch to apply; empty where there is one.
  package var withheld: String
  package var checks: [AdviceCheck]
  package var objections: [AdviceObjection]
  /// What it was based on: the price book's day, the window of the metrics, the period of the bill.
  package var basis: [String]

  package init(
    fingerprint: String, rule: String, number: Int, title: String, action: AdviceAction, estate: String,
    addresses: [String], type: String, place: AdvicePlace, evidence: [String], formula: String,
    saving: AdviceSaving, confidence: Confidence, effort: AdviceEffort, risk: Risk, isReversible: Bool,
    steps: [String], basis: [String] = []
  ) {
    self.fingerprint = fingerprint
    self.rule = rule
    self.number = number
    self.title = title
    self.action = action
    self.estate = estate
    address = addresses.first ?? ""
    self.addresses = addresses
    self.type = type
    self.place = place
    self.evidence = evidence
    self.formula = formula
    self.saving = saving
    self.confidence = confidence
    self.effort = effort
    self.risk = risk
    self.isReversible = isReversible
    self.steps = steps
    self.basis = basis
    withheld = ""
    checks = []
    objections = []
  }

  /// Whether nobody objected and no check failed.
  package var isSound: Bool { objections.isEmpty && !checks.contains { $0.status == .failed } }

  /// US dollars a month that count in a total: nothing where something speaks against it, and nothing that is real only
  /// when something else shrinks too.
  package var counted: Double { isSound && saving.basis != .reclaimable ? saving.monthly ?? 0 : 0 }

  /// US dollars a month for one hour of work: what "do this first" is sorted by.
  package var worth: Double { counted / effort.hours }
}
