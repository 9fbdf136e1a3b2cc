import Basics
import Delivery
import Digests

/// A plan as a person reads it before approving.
struct PlanText {
  let document: PlanDocument
  let id: String

  init(_ document: PlanDocument, id: String) {
    self.document = document
    self.id = id
  }

  var text: String {
    var lines = document.changes.map { "  \(Self.mark($0.action)) \($0.address)" }
    let difference = document.priceAfter - document.priceBefore
    lines += [
      "", document.summary,
      "Price: \(Money.text(document.priceBefore)) → \(Money.text(document.priceAfter)) a month (\(difference < 0 ? "" : "+")\(Money.text(difference)))",
    ]
    if !document.unpriced.isEmpty {
      lines.append("No price is known for \(document.unpriced.joined(separator: ", "))")
    }
    lines += document.drift.map { "Changed behind the state's back: \($0.address)" }
    lines += document.findings.map { "Finding: \($0)" }
    lines += [
      "Made with \(document.tool), digest \(document.digest.short)", "", "Plan \(id)",
      document.changes.isEmpty ? "Nothing to do." : "consilium approve \(id)", "",
    ]
    return lines.joined(separator: "\n")
  }

  private static func mark(_ action: PlanDocument.Change.Action) -> String {
    switch action {
    case .create: "+ create "
    case .update: "~ change "
    case .replace: "± replace"
    case .delete: "- destroy"
    case .read: "  read   "
    case .forget: "  forget "
    }
  }
}
