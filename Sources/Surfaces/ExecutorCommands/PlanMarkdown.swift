import Basics
import Delivery
import Digests
import Vocabulary

/// A plan as a comment on a pull request: short enough for one whatever its size, with everything that is destroyed or made
/// anew by name, and what changes in full as far as there is room.
struct PlanMarkdown {
  /// Characters that a comment may have at most on the usual hosts of code, with some to spare: 65,536.
  static let limit = 65_000
  /// Characters of the arguments of one resource.
  private static let blockLimit = 6_000
  /// Lines of one kind besides the changes, such as findings.
  private static let lineLimit = 40

  private let plan: PlanText
  private var document: PlanDocument { plan.document }

  init(_ document: PlanDocument, id: String, changesAnything: Bool) {
    plan = PlanText(document, id: id, changesAnything: changesAnything)
  }

  var text: String {
    let changes = PlanText.ordered(document.changes)
    let grave = changes.filter { Self.isGrave($0.action) }
    let foot = self.foot
    var parts = [head, graveTable(grave, room: Self.limit - head.utf16.count - foot.utf16.count)]
    // What is left of the room goes to the arguments, in the order of what is graver.
    var room = Self.limit - parts.reduce(0) { $0 + $1.utf16.count } - foot.utf16.count - 200
    var left = 0
    for change in changes where !(Self.isGrave(change.action) && change.arguments.isEmpty) {
      let block = block(change)
      if block.utf16.count > room {
        left += 1
        continue
      }
      room -= block.utf16.count
      parts.append(block)
    }
    if left > 0 {
      parts.append(
        "\n… and \(left) more, which a comment has no room for: `consilium plan --format json` has all.\n")
    }
    return (parts + [foot]).joined()
  }

  private static func isGrave(_ action: PlannedChange.Action) -> Bool {
    [.delete, .replace].contains(action)
  }

  private var head: String {
    let purpose =
      switch document.purpose {
      case .change: "Plan"
      case .undo: "Plan of an undo"
      case .destroy: "Plan that destroys everything"
      }
    var lines = ["### \(purpose): \(document.summary)", "", MarkdownText.escaped(plan.price)]
    if !document.appraisal.unpriced.isEmpty {
      lines += ["", "No price is known for \(Self.listed(document.appraisal.unpriced))."]
    }
    if document.changes.isEmpty, plan.changesAnything { lines += ["", "Only outputs change."] }
    // What goes stands in a list of its own below.
    let risks = document.risks.filter { ![.destroy, .replace].contains($0.kind) }
    lines +=
      [""]
      + risks.prefix(Self.lineLimit).map {
        "- **\($0.kind.rawValue)** \(MarkdownText.code($0.address)) \(MarkdownText.escaped($0.reason))"
      }
    if risks.count > Self.lineLimit { lines.append("- … and \(risks.count - Self.lineLimit) more risks") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every resource that goes, by name. Where a line for each has no room, the instances of a block share one; where even
  /// that has none, as many as there is room for, and their number.
  private func graveTable(_ grave: [PlannedChange], room: Int) -> String {
    guard !grave.isEmpty else { return "" }
    let head = "\n**Destroyed or made anew: \(grave.count)**\n\n"
    let single = grave.map { change in
      let forced =
        change.forcedBy.isEmpty ? "" : ", forced by \(change.forcedBy.prefix(5).joined(separator: ", "))"
      return (
        line: "- \(Self.verb(change)) \(MarkdownText.code(change.address))\(MarkdownText.escaped(forced))\n",
        count: 1
      )
    }
    func length(_ lines: [(line: String, count: Int)]) -> Int { lines.reduce(0) { $0 + $1.line.utf16.count } }
    let lines = length(single) <= room - 400 ? single : Self.shared(grave)
    var text = head
    var left = 0
    for line in lines {
      if text.utf16.count + line.line.utf16.count > room - 200 {
        left += line.count
      } else {
        text += line.line
      }
    }
    return text + (left == 0 ? "" : "- … and \(left) more\n")
  }

  private static func verb(_ change: PlannedChange) -> String {
    change.action == .delete ? "destroy" : "replace"
  }

  /// One line for the instances of a block that have the same fate.
  private static func shared(_ grave: [PlannedChange]) -> [(line: String, count: Int)] {
    var order: [String] = []
    var keys: [String: [String]] = [:]
    for change in grave {
      // The key of an instance stands at the end of its address.
      let start = change.address.hasSuffix("]") ? change.address.lastIndex(of: "[") : nil
      let block = start.map { String(change.address[..<$0]) } ?? change.address
      let name = "- \(verb(change)) \(MarkdownText.code(block))"
      if keys[name] == nil { order.append(name) }
      keys[name, default: []].append(start.map { String(change.address[$0...].dropFirst().dropLast()) } ?? "")
    }
    return order.map { name in
      let found = keys[name] ?? []
      let shown = found == [""] ? "" : " \(MarkdownText.code(ranges(found)))"
      return ("\(name)\(shown)\n", found.count)
    }
  }

  /// `0-3, 7, "a"`: numbers that follow each other as one.
  private static func ranges(_ keys: [String]) -> String {
    var parts: [String] = []
    var run: ClosedRange<Int>?
    func close() {
      guard let last = run else { return }
      parts.append(last.count == 1 ? "\(last.lowerBound)" : "\(last.lowerBound)-\(last.upperBound)")
      run = nil
    }
    for number in keys.compactMap({ Int($0) }).sorted() {
      if let last = run, number == last.upperBound + 1 {
        run = last.lowerBound...number
      } else {
        close()
        run = number...number
      }
    }
    close()
    return (parts + keys.filter { Int($0) == nil }).joined(separator: ", ")
  }

  private func block(_ change: PlannedChange) -> String {
    let arguments = PlanText.arguments(of: change)
    let line = PlanText.line(change)
    guard !arguments.isEmpty else { return "\n\(MarkdownText.escaped(line))\n" }
    var body = arguments.joined(separator: "\n")
    if body.utf16.count > Self.blockLimit {
      body = "\(body.prefix(Self.blockLimit / 2))\n      … cut; --format json has all"
    }
    let fence = MarkdownText.fence(for: body)
    return
      "\n<details><summary>\(MarkdownText.escapedInHTML(line))</summary>\n\n\(fence)\n\(body)\n\(fence)\n\n</details>\n"
  }

  private var foot: String {
    let others =
      document.drift.map { "Changed behind the state's back: \(PlanText.line($0))" }
      + document.appraisal.findings.map { "Finding: \($0)" } + plan.unknowns
      + document.undo.losses.map { "Cannot be undone: \($0)" }
    var lines =
      [""]
      + (plan.network + others.prefix(Self.lineLimit)).map {
        "- \(MarkdownText.escaped(String($0.prefix(400))))"
      }
    if others.count > Self.lineLimit { lines.append("- … and \(others.count - Self.lineLimit) more") }
    let override =
      document.override.map {
        ["", "Vetoes set aside by \(MarkdownText.escaped($0.by)): \(MarkdownText.escaped($0.reason))"]
      } ?? []
    return
      (lines + override + ["", MarkdownText.escaped(plan.madeWith), ""]
      + plan.next.map { MarkdownText.escaped($0) } + [""]).joined(
        separator: "\n")
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(lineLimit).map { MarkdownText.code($0) }.joined(separator: ", ")
    return names.count > lineLimit ? "\(shown) and \(names.count - lineLimit) more" : shown
  }
}
