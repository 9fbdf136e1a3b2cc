import Basics
import Services
import Testing
import Vocabulary

struct RequestTextTests {
  @Test func takesPlainText() throws {
    #expect(try RequestLimits.checked(Array("  a bucket – für Berichte\n".utf8)) == "a bucket – für Berichte")
  }

  @Test(arguments: [
    ([], RequestErrorCode.empty), (Array("  \n\t".utf8), .empty), ([0xFF, 0xFE, 0x00], .notText),
    (Array("a\u{0}b".utf8), .notText), (Array("a\u{1B}[31mb".utf8), .notText),
    ([UInt8](repeating: 0x61, count: Request.maximumLength + 1), .tooLong),
  ])
  func refusesTheRest(bytes: [UInt8], code: RequestErrorCode) {
    #expect { try RequestLimits.checked(bytes) } throws: { ($0 as? RequestError)?.code == code }
  }
}
