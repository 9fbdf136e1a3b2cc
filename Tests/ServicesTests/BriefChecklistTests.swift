import Testing
import Vocabulary

@testable import Services

struct BriefChecklistTests {
  @Test func aRequirementWithoutACheckGetsOneFromItsWords() throws {
    let given = RequirementCheck(all: [ResourceExpectation(types: ["aws_vpc"])])
    let brief = try Brief(
      title: "t",
      requirements: [
        Requirement(id: "REQ-1", text: "two private subnets"), Requirement(id: "REQ-2", text: "be nice"),
        Requirement(id: "REQ-3", text: "an S3 bucket", check: given),
      ]
    ).checked(by: try SharedChecklist.ofMainCloud()) { text, _, _ in
      text.contains("private") ? "private" : nil
    }
    let first = try #require(brief.requirements[0].check)
    #expect(first.all.allSatisfy { $0.types == ["aws_subnet"] })
    #expect(first.all.map(\.minimum).max() == 2)
    #expect(brief.requirements[0].gap?.status == .unknown)
    #expect(brief.requirements[1].check == nil)
    #expect(brief.requirements[2].check == given)
  }
}
