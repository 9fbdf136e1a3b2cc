/// Turns an expression into steps.
struct PatternCompiler {
  private var program: [Instruction] = []
  private static let longest = 100_000

  mutating func compile(_ tree: PatternTree) throws(PatternError) -> [Instruction] {
    try add(tree)
    program.append(.match)
    return program
  }

  private mutating func add(_ tree: PatternTree) throws(PatternError) {
    guard program.count < Self.longest else {
      throw PatternError(detail: "it repeats so much that it is too large to be matched")
    }
    switch tree {
    case .empty: break
    case .set(let set): program.append(.scalar(set))
    case .assert(let assertion): program.append(.assert(assertion))
    case .sequence(let parts): for part in parts { try add(part) }
    case .choice(let ways): try addChoice(ways)
    case .repeated(let part, let least, let most, let isLazy):
      for _ in 0..<least { try add(part) }
      guard let most else { return try addLoop(part, isLazy: isLazy) }
      var splits: [Int] = []
      for _ in least..<max(least, most) {
        splits.append(program.count)
        program.append(.split(0, 0))
        try add(part)
      }
      for split in splits { program[split] = Self.split(split + 1, before: program.count, isLazy: isLazy) }
    }
  }

  private mutating func addChoice(_ ways: [PatternTree]) throws(PatternError) {
    var jumps: [Int] = []
    for (index, way) in ways.enumerated() {
      guard index + 1 < ways.count else {
        try add(way)
        break
      }
      let split = program.count
      program.append(.split(0, 0))
      try add(way)
      jumps.append(program.count)
      program.append(.jump(0))
      program[split] = .split(split + 1, program.count)
    }
    for jump in jumps { program[jump] = .jump(program.count) }
  }

  private mutating func addLoop(_ part: PatternTree, isLazy: Bool) throws(PatternError) {
    let split = program.count
    program.append(.split(0, 0))
    try add(part)
    program.append(.jump(split))
    program[split] = Self.split(split + 1, before: program.count, isLazy: isLazy)
  }

  private static func split(_ more: Int, before rest: Int, isLazy: Bool) -> Instruction {
    isLazy ? .split(rest, more) : .split(more, rest)
  }
}
