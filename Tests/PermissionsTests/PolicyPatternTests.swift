import Permissions
import Testing

struct PolicyPatternTests {
  @Test(arguments: [
    ("*", "anything", PolicyPattern.Extent.whole), ("a*c", "abbc", .whole), ("a?c", "abc", .whole),
    ("a?c", "ac", .none), ("a*", "a*", .whole), ("a?", "a*", .part), ("a/b/*", "a/*", .part),
    ("x/*", "y/*", .none), ("", "", .whole), ("", "a", .none), ("*", "", .whole), ("**", "*", .whole),
    ("⟨q.arn⟩", "⟨q.arn⟩", .whole), ("⟨q.arn⟩/*", "⟨q.arn⟩/x", .whole), ("⟨q.arn⟩", "⟨r.arn⟩", .open),
    ("arn:⟨account⟩:q", "arn:1:q", .open), ("arn:⟨account⟩:q", "arn:1:r", .none),
    ("arn:*:q", "arn:⟨account⟩:q", .whole), ("s3:Get*", "s3:put*", .none),
    ("*a*b*c", "aaaaaaaaaabbbbbbbbbb", .none),
  ])
  func coversAsMuchAs(pattern: String, subject: String, expected: PolicyPattern.Extent) {
    #expect(PolicyPattern(pattern).extent(over: PolicyPattern(subject)) == expected)
  }

  @Test func actionsHaveNoCase() {
    let pattern = PolicyPattern("S3:get*", isFolded: true)
    #expect(pattern.extent(over: PolicyPattern("s3:GetObject", isFolded: true)) == .whole)
  }

  @Test func variablesAreFilledInOrStayOpen() {
    let known = PolicyPattern("home/${aws:username}/*") { $0 == "aws:username" ? "ann" : nil }
    #expect(known.extent(over: PolicyPattern("home/ann/x")) == .whole)
    #expect(known.extent(over: PolicyPattern("home/bob/x")) == .none)
    #expect(PolicyPattern("home/${aws:username}/*").extent(over: PolicyPattern("home/ann/x")) == .open)
    #expect(PolicyPattern("a${*}").extent(over: PolicyPattern("ab")) == .none)
  }

  /// A long pattern of wildcards takes time by the product of the lengths, not by their power.
  @Test(.timeLimit(.minutes(1))) func manyWildcardsAreNoBomb() {
    let pattern = PolicyPattern(String(repeating: "a*", count: 500) + "b")
    #expect(pattern.extent(over: PolicyPattern(String(repeating: "a", count: 2000))) == .none)
  }
}
