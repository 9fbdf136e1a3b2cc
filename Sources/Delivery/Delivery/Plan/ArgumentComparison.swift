import Basics
import Digests

/// Says of one resource of a plan which arguments it gets, loses or changes, each with its old and its new value.
///
/// What the provider fills in by itself is left out: what nobody wrote is not what somebody approves. Values that the plan
/// marks as sensitive are never in the result.
struct ArgumentComparison {
  private let change: JSONValue
  /// The resource's arguments in the plan's configuration; nil where the plan does not hold them.
  private let expressions: JSONValue?
  private let forced: Set<String>
  private(set) var arguments: [PlannedArgument] = []

  /// - Parameters:
  ///   - change: the `change` of one of the plan's `resource_changes`.
  ///   - expressions: the resource's arguments in the plan's configuration.
  init(_ change: JSONValue, expressions: JSONValue?) {
    self.change = change
    self.expressions = expressions
    forced = Set(
      (change["replace_paths"]?.array ?? []).map { path in
        (path.array ?? []).reduce("") { Self.joined($0, with: $1) }
      })
    let old = change["before"] ?? .null
    let new = change["after"] ?? .null
    let names = Set((old.object ?? []).map(\.key)).union((new.object ?? []).map(\.key))
      .union((change["after_unknown"]?.object ?? []).map(\.key))
    for name in names.sorted() {
      compare(
        old[name], with: new[name], unknown: change["after_unknown"]?[name],
        secret: (change["before_sensitive"]?[name], change["after_sensitive"]?[name]), path: name,
        written: Written(expressions, name: name))
    }
  }

  private static func joined(_ path: String, with step: JSONValue) -> String {
    if let index = step.integer { return "\(path)[\(index)]" }
    let name = step.string ?? "?"
    return path.isEmpty ? name : "\(path).\(name)"
  }

  /// What the configuration says of an argument or a block.
  private enum Written: Equatable {
    case nothing
    /// An expression, or blocks that were made by `dynamic`: whatever is not known in it somebody asked for.
    case whole
    /// A block, or several, argument by argument.
    case parts(JSONValue)

    init(_ expressions: JSONValue?, name: String) {
      guard let expressions else {
        self = .whole
        return
      }
      self = expressions[name].map(Written.init) ?? .nothing
    }

    private init(_ value: JSONValue) {
      self = value["references"] != nil || value["constant_value"] != nil ? .whole : .parts(value)
    }

    func inside(_ name: String) -> Written {
      guard case .parts(let value) = self else { return .whole }
      if case .array = value { return .whole }
      return value[name].map(Written.init) ?? .nothing
    }

    func inside(_ index: Int) -> Written {
      guard case .parts(let value) = self, case .array(let items) = value else {
        return self == .nothing ? .whole : self
      }
      return items.indices.contains(index) ? Written(items[index]) : .whole
    }
  }

  private typealias Secret = (before: JSONValue?, after: JSONValue?)

  private mutating func compare(
    _ old: JSONValue?, with new: JSONValue?, unknown: JSONValue?, secret: Secret, path: String,
    written: Written
  ) {
    let isSecret = secret.before == .bool(true) || secret.after == .bool(true)
    if unknown == .bool(true) {
      // What nobody wrote and the provider will fill in says nothing.
      guard written != .nothing else { return }
      return add(path, before: text(old, isSecret: isSecret), after: PlannedArgument.unknown)
    }
    let (left, right) = (PlanReading.filled(old), PlanReading.filled(new))
    if left == right, !Self.holdsUnknown(unknown) { return }
    if isSecret || !(Self.isNested(left) || Self.isNested(right)) {
      return add(path, before: text(left, isSecret: isSecret), after: text(right, isSecret: isSecret))
    }
    if case .array = left ?? right {
      return compareItems(left, with: right, unknown: unknown, secret: secret, path: path, written: written)
    }
    let names = Set((left?.object ?? []).map(\.key)).union((right?.object ?? []).map(\.key))
      .union((unknown?.object ?? []).map(\.key))
    for name in names.sorted() {
      compare(
        left?[name], with: right?[name], unknown: unknown?[name],
        secret: (secret.before?[name], secret.after?[name]), path: "\(path).\(name)",
        written: written.inside(name))
    }
  }

  /// Of blocks those that stay as they are pair off, wherever they stand: a set has no order.
  private mutating func compareItems(
    _ old: JSONValue?, with new: JSONValue?, unknown: JSONValue?, secret: Secret, path: String,
    written: Written
  ) {
    let before = (old?.array ?? []).enumerated().map { (index: $0.offset, value: $0.element) }
    let after = (new?.array ?? []).enumerated().map { (index: $0.offset, value: $0.element) }
    var rest = after.filter { !Self.holdsUnknown(unknown?[$0.index]) }
    var left: [(index: Int, value: JSONValue)] = []
    for item in before {
      if let same = rest.firstIndex(where: { $0.value == item.value }) {
        rest.remove(at: same)
      } else {
        left.append(item)
      }
    }
    let right = (rest + after.filter { Self.holdsUnknown(unknown?[$0.index]) }).sorted { $0.index < $1.index }
    for place in 0..<max(left.count, right.count) {
      let (a, b) = (place < left.count ? left[place] : nil, place < right.count ? right[place] : nil)
      let index = b?.index ?? a?.index ?? place
      compare(
        a?.value, with: b?.value, unknown: b.flatMap { unknown?[$0.index] },
        secret: (a.flatMap { secret.before?[$0.index] }, b.flatMap { secret.after?[$0.index] }),
        path: "\(path)[\(index)]", written: written.inside(index))
    }
  }

  private mutating func add(_ path: String, before: String?, after: String?) {
    guard before != nil || after != nil, before != after || before == PlannedArgument.sensitive else {
      return
    }
    arguments.append(
      PlannedArgument(
        path: path, before: before, after: after,
        forcesReplacement: forced.contains {
          path == $0 || path.hasPrefix($0 + "[") || path.hasPrefix($0 + ".")
        }))
  }

  private func text(_ value: JSONValue?, isSecret: Bool) -> String? {
    guard let value = PlanReading.filled(value) else { return nil }
    if isSecret { return PlannedArgument.sensitive }
    let text = value.compact
    guard text.count > PlannedArgument.longest else { return text }
    return
      "\(text.prefix(PlannedArgument.longest))… (\(text.count) characters, SHA-256 \(Digest(of: text).short))"
  }

  /// An object, or a list of such: what is written as blocks.
  private static func isNested(_ value: JSONValue?) -> Bool {
    switch value {
    case .object: true
    case .array(let items): items.contains { if case .object = $0 { true } else { false } }
    default: false
    }
  }

  private static func holdsUnknown(_ mask: JSONValue?) -> Bool {
    switch mask {
    case .bool(let flag): flag
    case .object(let members): members.contains { holdsUnknown($0.value) }
    case .array(let items): items.contains { holdsUnknown($0) }
    default: false
    }
  }
}
