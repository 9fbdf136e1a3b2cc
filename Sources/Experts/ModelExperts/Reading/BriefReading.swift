import Basics
import Experts
import Handbook
import Vocabulary

/// A model's ledger as a brief. What would show a requirement is taken from the handbook's reading of the same words
/// where it has one, else from the resource types that the model names and a provider knows.
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

  func brief(_ document: JSONValue) throws(ExpertError) -> Brief {
    let reader = try HandbookReading()
    let requirements = (document["requirements"]?.array ?? []).enumerated().map { place, entry in
      let text = entry["text"]?.string ?? ""
      return Requirement(
        id: "REQ-\(place + 1)", text: text, check: check(of: text, reader) ?? check(entry))
    }
    let constraints = (document["constraints"]?.array ?? []).enumerated().compactMap { place, entry in
      constraint(entry, id: "CON-\(place + 1)")
    }
    return Brief(
      title: document["title"]?.string ?? "", requirements: requirements, constraints: constraints,
      assumptions: texts(document["assumptions"]), questions: texts(document["questions"]))
  }

  /// The handbook knows nothing of most texts; that is no error here.
  private func check(of text: String, _ reader: HandbookReading) -> RequirementCheck? {
    do throws(ExpertError) {
      let found = try reader.brief(of: Request(text: text)).requirements
      return found.count == 1 ? found.first?.check : nil
    } catch {
      return nil
    }
  }

  private func check(_ entry: JSONValue) -> RequirementCheck? {
    let types = texts(entry["resources"]).filter(desk.knows)
    guard !types.isEmpty else { return nil }
    return RequirementCheck(
      all: [ResourceExpectation(types: types, minimum: max(1, entry["minimum"]?.integer ?? 1))])
  }

  private func constraint(_ entry: JSONValue, id: String) -> Constraint? {
    guard let kind = entry["kind"]?.string.flatMap(Constraint.Kind.init) else { return nil }
    return Constraint(
      id: id, kind: kind, text: entry["text"]?.string ?? "", relation: entry["relation"]?.string ?? "=",
      number: entry["number"]?.double, value: entry["value"]?.string, unit: entry["unit"]?.string)
  }

  private func texts(_ list: JSONValue?) -> [String] { (list?.array ?? []).compactMap(\.string) }
}
