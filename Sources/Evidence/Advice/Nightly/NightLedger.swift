import Records
import Basics
import Reporting
import Store
import Vocabulary

/// Holds tonight's advice on one estate against what is remembered. Running it twice for one day gives the same twice.
package struct NightLedger: Sendable {
  package let day: String
  private let known: [String: AdviceRecord]
  /// Fingerprints of tonight's advice.
  private var given: Set<String> = []
  /// What the estate's advice is remembered as after this night.
  package private(set) var records: [AdviceRecord] = []
  package private(set) var changes: AdviceChanges

  /// - Parameters:
  ///   - since: the night that this one is compared with.
  package init(day: CalendarDay, known: [AdviceRecord], since: String?) {
    self.day = day.description
    self.known = Dictionary(known.map { ($0.fingerprint, $0) }) { first, _ in first }
    changes = AdviceChanges(since: since)
  }

  /// Advice that nobody wants to hear of on this day.
  package var dismissed: Set<String> {
    Set(known.values.filter { isDismissed($0) }.map(\.fingerprint))
  }

  private func isDismissed(_ record: AdviceRecord) -> Bool {
    record.status == .dismissed && (record.until.map { day <= $0 } ?? true)
  }

  /// Takes tonight's advice in.
  package mutating func take(_ advice: EstateAdvice) {
    given = Set(advice.recommendations.map(\.fingerprint))
    for recommendation in advice.recommendations { give(recommendation) }
    let rules = Dictionary(advice.judgements.map { ($0.rule, $0) }) { first, _ in first }
    for record in known.values.sorted(by: { $0.fingerprint < $1.fingerprint })
    where !given.contains(record.fingerprint) {
      miss(record, advice: advice, judgement: rules[record.rule])
    }
  }

  private mutating func give(_ advice: Recommendation) {
    let known = known[advice.fingerprint]
    // What was gone and is back is new again; what was given earlier today stays as it was.
    let wasOpen =
      known.map { $0.status == .open || $0.status == .dismissed || ($0.changed == day && $0.first != day) }
      ?? false
    let first = wasOpen ? known?.first ?? day : day
    if first == day {
      changes.new.append(advice.fingerprint)
    } else {
      changes.open.append(advice.fingerprint)
    }
    records.append(
      AdviceRecord(
        fingerprint: advice.fingerprint, estate: advice.estate, rule: advice.rule, title: advice.title,
        address: advice.address, addresses: advice.addresses, first: first, last: day,
        changed: known?.status == .open ? known?.changed ?? day : day, predicted: advice.saving.monthly,
        before: advice.saving.before))
  }

  private mutating func miss(_ record: AdviceRecord, advice: EstateAdvice, judgement: RuleJudgement?) {
    if isDismissed(record) {
      changes.dismissed.append(
        AdviceChanges.Dismissal(
          fingerprint: record.fingerprint, rule: record.rule, estate: record.estate, address: record.address,
          reason: record.reason, until: record.until))
      return
    }
    switch record.status {
    case .applied where record.changed < day: settle(record, advice: advice)
    case .realised where record.changed == day: settle(record, advice: advice)
    case .open: close(record, advice: advice, judgement: judgement)
    // Decided earlier today: decided again, with what is known now.
    case .applied where record.changed == day: close(record, advice: advice, judgement: judgement)
    case .withdrawn where record.changed == day: close(record, advice: advice, judgement: judgement)
    default: return
    }
  }

  /// What its resources cost less than when the advice was last given; nil where that was not known. Where several pieces
  /// of advice on the same resources ended together, each gets its part of the one fall, as it was predicted.
  private func fall(_ record: AdviceRecord, advice: EstateAdvice) -> Double? {
    guard record.before != nil else { return nil }
    let now = record.addresses.reduce(0) { $0 + (advice.costs[$1] ?? 0) }
    let together = known.values.filter {
      $0.addresses == record.addresses && $0.status == record.status && !given.contains($0.fingerprint)
        && (record.status == .open || $0.changed == record.changed) && $0.before != nil
    }
    let whole = (together.compactMap(\.before).max() ?? 0) - now
    let predicted = together.reduce(0) { $0 + ($1.predicted ?? 0) }
    let part = together.count > 1 && predicted > 0 ? (record.predicted ?? 0) / predicted : 1
    return (whole * part * 100).rounded() / 100
  }

  private mutating func close(_ record: AdviceRecord, advice: EstateAdvice, judgement: RuleJudgement?) {
    var record = record
    let isGone = !record.addresses.contains { advice.addresses.contains($0) }
    let fell = fall(record, advice: advice)
    let undecided = advice.undecided[record.rule] ?? []
    // A rule that had nothing to look at may lack the source that has it.
    let isUnjudged =
      judgement.map { $0.resources == 0 && !$0.needs.isEmpty } ?? true
      || record.addresses.contains(where: undecided.contains)
    record.changed = day
    if (fell ?? 0) > 0.01 || (isGone && !isUnjudged) || (record.predicted == nil && !isUnjudged) {
      record.status = .applied
      record.realised = fell
      changes.applied.append(outcome(record))
    } else if isUnjudged {
      changes.unseen.append(outcome(record))
      return
    } else {
      record.status = .withdrawn
      changes.withdrawn.append(outcome(record))
    }
    records.append(record)
  }

  private mutating func settle(_ record: AdviceRecord, advice: EstateAdvice) {
    let fell = fall(record, advice: advice)
    var record = record
    record.status = .realised
    record.changed = day
    record.realised = fell
    changes.realised.append(outcome(record))
    records.append(record)
  }

  private func outcome(_ record: AdviceRecord) -> AdviceChanges.Outcome {
    AdviceChanges.Outcome(
      fingerprint: record.fingerprint, rule: record.rule, estate: record.estate, address: record.address,
      title: record.title, since: record.first, predicted: record.predicted, realised: record.realised)
  }
}
