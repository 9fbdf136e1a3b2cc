import HCL
import Testing

struct FormatterTests {
  /// Pairs that the real `fmt` produces.
  @Test(arguments: [
    ("a=1\nbcd =  2 # x\ne = 3    # y\n", "a   = 1\nbcd = 2 # x\ne   = 3 # y\n"),
    ("resource aws_x foo{\na=! var.x\n}\n", "resource \"aws_x\" \"foo\" {\n  a = !var.x\n}\n"),
    ("a = \"${var.x}\"\n", "a = var.x\n"), ("a = \"${var.x}-${y}\"\n", "a = \"${var.x}-${y}\"\n"),
    ("a = \"${ x +\n y}\"\n", "a = (x +\ny)\n"),
    ("a = -  1\nb=x -1\nc=[- 1]\n", "a = -1\nb = x - 1\nc = [-1]\n"),
    ("variable \"v\" {\ntype = \"list\"\n}\n", "variable \"v\" {\n  type = list(string)\n}\n"),
    ("variable \"v\" {\ntype = map\n}\n", "variable \"v\" {\n  type = map(any)\n}\n"),
    ("a = { b=1,c : 2 }\nd = [ 1,2 , 3 ]\n", "a = { b = 1, c : 2 }\nd = [1, 2, 3]\n"),
    ("a = f( x , y... )\n", "a = f(x, y...)\n"), ("a = [for x in [b]: x]\n", "a = [for x in [b] : x]\n"),
    ("a {\nb = [\n{\nc = 1\n},\n]\n}\n", "a {\n  b = [\n    {\n      c = 1\n    },\n  ]\n}\n"),
    ("a = [{\nb = 1\n}]\n", "a = [{\n  b = 1\n}]\n"),
    ("a = <<EOT\n  x ${ y }\nEOT\nbb = 1\n", "a  = <<EOT\n  x ${y}\nEOT\nbb = 1\n"),
    ("a = provider :: aws :: f( 1 )\n", "a = provider::aws::f(1)\n"),
    ("a {\n\n\n# c\n  }\n", "a {\n\n\n  # c\n}\n"),
    ("a = x ? - 1:2\n", "a = x ? -1 : 2\n"), ("a{}\n", "a {}\n"),
    ("a = foo . bar [ 0 ] . *\n", "a = foo.bar[0].*\n"),
  ])
  func printsAsTheToolDoes(_ text: String, _ expected: String) {
    #expect(HCLFormatter.format(text) == expected)
    #expect(HCLFormatter.format(expected) == expected)
  }

  @Test func leavesBrokenTextAlone() {
    #expect(HCLFormatter.format("a = [\n") == nil)
  }
}
