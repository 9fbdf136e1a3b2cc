/// Follows all ways through the steps at once, one character after the other.
struct PatternMachine {
  let program: [Instruction]
  let text: [Unicode.Scalar]

  private struct Thread {
    var step: Int
    var start: Int
  }

  /// The ways that are open, those tried first in front.
  private struct Threads {
    var list: [Thread] = []
    var seen: [Bool]

    init(count: Int) { seen = Array(repeating: false, count: count) }

    mutating func clear() {
      list.removeAll(keepingCapacity: true)
      for index in seen.indices { seen[index] = false }
    }
  }

  func match(from start: Int) -> Range<Int>? {
    var now = Threads(count: program.count)
    var later = Threads(count: program.count)
    var found: Range<Int>?
    var position = start
    while position <= text.count {
      if found == nil { follow(Thread(step: 0, start: position), at: position, into: &now) }
      if now.list.isEmpty { break }
      later.clear()
      for thread in now.list {
        if case .match = program[thread.step] {
          found = thread.start..<position
          break
        }
        guard case .scalar(let set) = program[thread.step], position < text.count,
          set.contains(text[position])
        else { continue }
        follow(Thread(step: thread.step + 1, start: thread.start), at: position + 1, into: &later)
      }
      swap(&now, &later)
      position += 1
    }
    return found
  }

  private func follow(_ thread: Thread, at position: Int, into threads: inout Threads) {
    var open = [thread.step]
    while let step = open.popLast() {
      guard !threads.seen[step] else { continue }
      threads.seen[step] = true
      switch program[step] {
      case .jump(let target): open.append(target)
      case .split(let first, let second):
        open.append(second)
        open.append(first)
      case .assert(let assertion): if holds(assertion, at: position) { open.append(step + 1) }
      case .scalar, .match: threads.list.append(Thread(step: step, start: thread.start))
      }
    }
  }

  private func holds(_ assertion: Instruction.Assertion, at position: Int) -> Bool {
    func isWord(_ index: Int) -> Bool { text.indices.contains(index) && ScalarSet.word.contains(text[index]) }
    switch assertion {
    case .start: return position == 0
    case .end: return position == text.count
    case .lineStart: return position == 0 || text[position - 1] == "\n"
    case .lineEnd: return position == text.count || text[position] == "\n"
    case .wordBoundary: return isWord(position - 1) != isWord(position)
    case .noWordBoundary: return isWord(position - 1) == isWord(position)
    }
  }
}
