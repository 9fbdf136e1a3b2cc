import Pricing
import Testing

struct InstanceShapeTests {
  @Test(arguments: [("m5.large", 2, 8192, "amd64"), ("t4g.micro", 2, 1024, "arm64")])
  func aTypeIsKnownByWhatItHas(type: String, vcpu: Int, memory: Int, architecture: String) throws {
    let shape = try #require(try InstanceShape.named(type))
    #expect((shape.vcpu, shape.memory, shape.architecture.rawValue) == (vcpu, memory, architecture))
    #expect(shape.family + "." + shape.size == type)
  }

  @Test func anUnknownTypeHasNoShape() throws {
    #expect(try InstanceShape.named("z9.huge") == nil)
    #expect(try InstanceShape.all().count > 1000)
  }
}
