import Basics
import Experts
import Handbook
import Vocabulary

/// A model's ledger as a brief. What would show a requirement is taken from the handbook's reading of the same words; where it
/// has none, the resource types that the model names show it as far as the words say no more than that they are there.
struct BriefReading {
  let desk: any ReferenceDesk

  /// Whether the handbook finds something in the request that could be built.
  func isInfrastructure(_ request: Request) throws(ExpertError) -> Bool {
    let reader = try HandbookReading()
    do throws(ExpertError) {
      return try !reader.brief(of: request).requirements.isEmpty
    } catch {
      return error.code == .contradiction
    }
  }

  /// - Parameter request: held against the ledger; what the model left out is added.
  func brief(_ document: JSONValue, of request: Request) throws(ExpertError) -> Brief {
    let reader = try HandbookReading()
    var requirements: [Requirement] = []
    for entry in document["requirements"]?.array ?? [] {
      requirements.append(
        try requirement(entry, id: "REQ-\(requirements.count + 1)", reader: reader))
    }
    let ground = RequestGround(request.text)
    let entries = document["constraints"]?.array ?? []
    let constraints = entries.filter(ground.holds).enumerated().compactMap { index, entry in
      constraint(entry, id: "CON-\(index + 1)")
    }
    let invented = entries.filter { !ground.holds($0) }.compactMap { $0["text"]?.string }
    let brief = Brief(
      title: document["title"]?.string ?? "", requirements: requirements, constraints: constraints,
      assumptions: texts(document["assumptions"])
        + invented.map { "Left out, because the request has no words for it: \($0)" },
      questions: texts(document["questions"]))
    return try reader.completed(brief, of: request)
  }

  private func requirement(_ entry: JSONValue, id: String, reader: HandbookReading) throws(ExpertError)
    -> Requirement
  {
    let text = entry["text"]?.string ?? ""
    if let read = read(text, reader: reader) {
      var requirement = read
      (requirement.id, requirement.text) = (id, text)
      return requirement
    }
    let types = texts(entry["resources"]).filter(desk.knows)
    guard !types.isEmpty else { return Requirement(id: id, text: text) }
    let count = max(1, entry["minimum"]?.integer ?? 1)
    let check = RequirementCheck(all: [ResourceExpectation(types: types, minimum: count)])
    guard let first = try reader.undecided(in: text, besides: types, count: count) else {
      return Requirement(id: id, text: text, check: check, kind: .exists)
    }
    return Requirement(
      id: id, text: text, check: check, kind: .exists,
      gap: Requirement.Gap(
        status: .unknown, reason: "Nothing decides '\(first)'; that something of the type is there does not.")
    )
  }

  /// All that the handbook reads in the words, as one requirement: each part has to hold, and one that is open leaves it open.
  private func read(_ text: String, reader: HandbookReading) -> Requirement? {
    do throws(ExpertError) {
      let found = try reader.brief(of: Request(text: text)).requirements
      guard let first = found.first else { return nil }
      let checks = found.compactMap(\.check).flatMap(\.all)
      return Requirement(
        id: "", text: text, check: checks.isEmpty ? nil : RequirementCheck(all: checks), kind: first.kind,
        gap: found.compactMap(\.gap).first)
    } catch {
      // The handbook knows nothing of many texts; that is no error here.
      return nil
    }
  }

  private func constraint(_ entry: JSONValue, id: String) -> Constraint? {
    guard let kind = entry["kind"]?.string.flatMap(Constraint.Kind.init) else { return nil }
    return Constraint(
      id: id, kind: kind, text: entry["text"]?.string ?? "", relation: entry["relation"]?.string ?? "=",
      number: entry["number"]?.double, value: entry["value"]?.string, unit: entry["unit"]?.string)
  }

  private func texts(_ list: JSONValue?) -> [String] { (list?.array ?? []).compactMap(\.string) }
}
