import Basics
import CEL
import Testing

/// Functions that Kubernetes adds, after the examples of its documentation.
struct KubernetesFunctionTests {
  @Test(arguments: [
    "'hello'.charAt(1) == 'e'", "'hello'.indexOf('l') == 2", "'hello'.lastIndexOf('l') == 3",
    "'hello'.indexOf('x') == -1",
    "'a,b,c'.split(',') == ['a', 'b', 'c']", "'a,b,c'.split(',', 2) == ['a', 'b,c']",
    "['a', 'b'].join('-') == 'a-b'",
    "'tacocat'.substring(4) == 'cat'", "'tacocat'.substring(0, 4) == 'taco'", "'Aa'.lowerAscii() == 'aa'",
    "'Aa'.upperAscii() == 'AA'",
    "'  a '.trim() == 'a'", "'aba'.replace('a', 'x') == 'xbx'", "'aba'.replace('a', 'x', 1) == 'xba'",
    "'abc'.reverse() == 'cba'",
    "'%s is %d of %f'.format(['a', 3, 1.5]) == 'a is 3 of 1.500000'", "'%.2f%%'.format([2.0]) == '2.00%'",
    "[1, 2, 3].isSorted() && ![2, 1].isSorted()", "[1, 2, 3].sum() == 6", "[3, 1].min() == 1",
    "[3, 1].max() == 3",
    "[1, 2, 1].indexOf(1) == 0", "[1, 2, 1].lastIndexOf(1) == 2", "[1, 1, 2].distinct() == [1, 2]",
    "[3, 1, 2].sort() == [1, 2, 3]",
    "'abc 123'.find('[0-9]+') == '123'", "'1 22 333'.findAll('[0-9]+') == ['1', '22', '333']",
    "'1 22 333'.findAll('[0-9]+', 1) == ['1']",
    "isURL('https://example.com:8080/a?b=c')", "!isURL('../a')",
    "url('https://example.com:80/a').getHost() == 'example.com:80'",
    "url('https://[::1]:80/').getHostname() == '::1'",
    "url('https://e.com/a%20b').getEscapedPath() == '/a%20b'",
    "url('https://e.com/?k=a&k=b').getQuery()['k'] == ['a', 'b']", "url('/a').getScheme() == ''",
    "isQuantity('1.5Gi') && !isQuantity('200K')", "quantity('1Gi').isGreaterThan(quantity('1G'))",
    "quantity('500m').asApproximateFloat() == 0.5",
    "quantity('2k').asInteger() == 2000", "!quantity('1500m').isInteger()",
    "quantity('1').add(quantity('500m')).compareTo(quantity('1500m')) == 0",
    "quantity('-5').sign() == -1", "quantity('1.0') == quantity('1')",
    "isIP('::1') && !isIP('1.2.3') && !isIP('01.2.3.4')", "ip('127.0.0.1').isLoopback()",
    "ip('fe80::1').isLinkLocalUnicast()",
    "ip('8.8.8.8').isGlobalUnicast()", "ip('2001:db8:0::1').family() == 6", "!ip.isCanonical('2001:DB8::1')",
    "string(ip('2001:db8:0:0::1')) == '2001:db8::1'",
    "cidr('10.0.0.0/8').containsIP('10.1.2.3')", "!cidr('10.0.0.0/8').containsIP(ip('11.0.0.1'))",
    "cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16')",
    "cidr('10.1.2.3/8').masked() == cidr('10.0.0.0/8')", "cidr('::/0').prefixLength() == 0",
    "!isCIDR('10.0.0.0/33')",
    "!format.dns1123Label().validate('web-1').hasValue()", "format.dns1123Label().validate('Web').hasValue()",
    "format.named('uuid').hasValue()",
    "optional.of(1).orValue(2) == 1", "optional.none().orValue(2) == 2", "{'a': 1}.?b.orValue(3) == 3",
    "{'a': {'b': 1}}.?a.b.value() == 1", "[1][?3].orValue(9) == 9",
    "cel.bind(x, 2, x * x) == 4", "sets.contains([1, 2, 3], [2])", "sets.equivalent([1, 2], [2, 1, 1])",
    "!sets.intersects([1], [2])",
    "['a', 'b'].all(i, v, i >= 0 && v != '')",
  ])
  func doWhatTheirDocumentationSays(expression: String) throws {
    #expect(try CELProgram(expression).evaluate([:]) == .bool(true))
  }

  @Test func aBudgetEndsWhatTakesTooLong() throws {
    let list = CELValue.list((0..<200).map { .int(Int64($0)) })
    let program = try CELProgram("self.all(a, self.all(b, self.all(c, a + b + c >= 0)))")
    #expect(throws: CELError.self) { try program.evaluate(["self": list]) }
    do {
      _ = try program.evaluate(["self": list])
    } catch {
      #expect(error.kind == .budget)
    }
  }

  @Test(arguments: [
    ("nope(1)", CELError.Kind.unknown), ("self.a", .unknown), ("1 +", .syntax), ("{}.a", .evaluation),
    ("'a'.matches('(?=b)')", .unknown),
    (String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000), .syntax),
  ])
  func whyThereIsNoValueIsSaid(expression: String, kind: CELError.Kind) {
    do {
      _ = try CELProgram(expression).evaluate([:])
      Issue.record("there is a value")
    } catch {
      #expect(error.kind == kind)
    }
  }
}
