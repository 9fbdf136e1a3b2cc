import Basics
import HCL
import Testing

/// What an expression evaluates to, written as source; unknown is written `unknown`.
struct EvaluationTests {
  private static let variables: [String: Value] = [
    "u": .unknown, "n": .null, "s": .string("x"), "names": .list([.string("b"), .string("a")]),
    "o": .object(["id": .string("i-1"), "tags": .object(["Name": .string("web")]), "part": .unknown]),
    "list": .list([.object(["a": .number(1)]), .object(["a": .number(2)])]),
  ]

  @Test(arguments: [
    ("1 + 2 * 3 - 4 / 2", "5"), ("(1 + 2) * -3", "-9"), ("7 % 3", "1"), ("10 / 4", "2.5"), ("\"3\" + 1", "4"),
    ("123456789012345 + 1", "123456789012346"), ("1e3", "1000"), ("0.1 + 0.2 > 0.3", "false"),
    ("5.8 % 2.5", "0.8"), ("0.1 * 3", "0.3"),
    ("!true || 1 < 2 && 2 >= 2", "true"), ("1 == \"1\"", "false"), ("[1, 2] == [1, 2]", "true"),
    ("false && u", "false"), ("true || u", "true"), ("u && false", "false"), ("u && true", "unknown"),
    ("true ? s : u", "\"x\""), ("u ? 1 : 2", "unknown"), ("[u, 1][1]", "1"), ("u == 1", "unknown"),
    ("\"a${s}-${1 + 1}\"", "\"ax-2\""), ("\"${names}\"", "[\"b\", \"a\"]"),
    ("\"$${s} %%{x}\"", "\"$${s} %%{x}\""),
    ("\"a\\n\\u00e9\\\"\"", "\"a\\né\\\"\""), ("\"x ${~ s ~} y\"", "\"xxy\""),
    ("\"%{ if s == \"x\" }yes%{ else }no%{ endif }\"", "\"yes\""),
    ("\"%{ for n in names ~} ${n}, %{ endfor }\"", "\"b, a, \""),
    ("o.tags[\"Name\"]", "\"web\""), ("o[\"id\"]", "\"i-1\""), ("list.0.a", "1"), ("list[1].a", "2"),
    ("o.part.x[0]", "unknown"),
    ("list[*].a", "[1, 2]"), ("list.*.a", "[1, 2]"), ("o[*].id", "[\"i-1\"]"), ("n[*].id", "[]"),
    ("[for i, x in names : \"${i}${x}\"]", "[\"0b\", \"1a\"]"), ("[for x in list : x.a if x.a > 1]", "[2]"),
    ("{ for k, v in o.tags : upper(k) => v }", "{ NAME = \"web\" }"),
    (
      "{ for x in [\"a\", \"bb\", \"c\"] : length(x) => x... }",
      "{ \"1\" = [\"a\", \"c\"], \"2\" = [\"bb\"] }"
    ),
    ("{ s = 1, (s) = 2, \"a b\" : 3 }", "{ \"a b\" = 3, s = 1, x = 2 }"),
    ("max([1, 5, 3]...)", "5"), ("try(o.none, \"d\")", "\"d\""), ("can(o.id)", "true"),
    ("can(o.none)", "false"),
    ("provider::aws::arn_parse(\"x\")", "unknown"), ("bcrypt(\"x\")", "unknown"), ("file(\"x\")", "unknown"),
    ("<<EOT\n  a\n ${s}\nEOT\n", "\"  a\\n x\\n\""),
    ("<<-EOT\n    a\n      b\n\n    c\n  EOT\n", "\"a\\n  b\\n\\nc\\n\""),
  ])
  func evaluates(_ text: String, _ expected: String) throws {
    var evaluator = Evaluator(scope: Scope(variables: Self.variables))
    let value = evaluator.evaluate(try HCLExpression(parsing: text))
    #expect((value.isUnknown ? "unknown" : value.source) == expected)
    #expect(evaluator.diagnostics.isEmpty)
  }

  /// Whole numbers keep their digits, however many; what no number here can hold is unknown.
  @Test(arguments: [
    ("9007199254740993", "9007199254740993"), ("-9007199254740993", "-9007199254740993"),
    ("9007199254740992 + 1", "9007199254740993"), ("18446744073709551615", "18446744073709551615"),
    ("18446744073709551616", "18446744073709551616"), ("1e23", "100000000000000000000000"),
    ("9007199254740993 == 9007199254740992", "false"), ("9007199254740993 > 9007199254740992", "true"),
    ("9007199254740993 == 9007199254740993.0", "true"), ("1e18 == 1000000000000000000", "true"),
    ("\"a${9007199254740993}\"", "\"a9007199254740993\""),
    ("tostring(9007199254740993)", "\"9007199254740993\""),
    ("tonumber(\"9007199254740993\")", "9007199254740993"), ("9007199254740993 - 9007199254740992", "1"),
    ("3037000500 * 3037000500", "9223372037000250000"), ("9007199254740993 % 10", "3"),
    ("18014398509481986 / 2", "9007199254740993"),
    ("max(9007199254740992, 9007199254740993)", "9007199254740993"),
    ("abs(-9007199254740993)", "9007199254740993"), ("floor(9007199254740993)", "9007199254740993"),
    ("sum([9007199254740993, 2])", "9007199254740995"),
    ("parseint(\"ffffffffffffffff\", 16)", "18446744073709551615"),
    ("format(\"%d\", 9007199254740993)", "\"9007199254740993\""),
    ("jsonencode(9007199254740993)", "\"9007199254740993\""),
    ("jsondecode(\"9007199254740993\")", "9007199254740993"),
    ("toset([9007199254740993, 9007199254740992])", "[9007199254740992, 9007199254740993]"),
    ("sum([0.1, 0.2])", "0.3"), ("1e308 * 10", "unknown"), ("1e400", "unknown"), ("pow(10, 400)", "unknown"),
  ])
  func numbersKeepTheirDigits(_ text: String, _ expected: String) throws {
    try evaluates(text, expected)
  }

  private static let extremes = [
    "1e300", "-1e300", "2e18", "9.3e18", "-9.3e18", "9223372036854775807", "-9223372036854775808",
    "170141183460469231731687303715884105727", "1e38", "-170141183460469231731687303715884105728", "0.5",
  ]

  /// Every function with a number for each of its arguments: an error is fine, the end of the program is not.
  @Test(arguments: extremes) func noNumberStopsTheProgram(number: String) throws {
    let others = [
      "1", "\"2026-01-02T03:04:05Z\"", "\"10.0.0.0/8\"", "\"fd00::/8\"", "[1, 2]", "\"%d %x %5.2f %s\"",
      number,
    ]
    for name in Function.names.sorted() {
      var calls = ["\(name)(\(number))"]
      for other in others {
        calls += ["\(name)(\(number), \(other))", "\(name)(\(other), \(number))"]
        calls += [
          "\(name)(\(other), \(number), \(number))", "\(name)(\(other), 1, \(number))",
          "\(name)(\(other), \(number), 1)",
        ]
      }
      for call in calls {
        var evaluator = Evaluator(scope: Scope(variables: [:]))
        let value = evaluator.evaluate(try HCLExpression(parsing: call))
        #expect(value.isWhollyKnown ? !value.source.isEmpty : true)
      }
    }
    for sign in ["+", "-", "*", "/", "%", "<", ">=", "=="] {
      for other in Self.extremes {
        var evaluator = Evaluator(scope: Scope(variables: [:]))
        let value = evaluator.evaluate(try HCLExpression(parsing: "\(number) \(sign) \(other)"))
        #expect(value.number?.isFinite != false)
      }
    }
  }

  /// What the real tool's console says of the same expressions.
  @Test(arguments: [
    (#"md5("hello")"#, "5d41402abc4b2a76b9719d911017c592"),
    (#"sha1("hello")"#, "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"),
    (#"sha256("hello")"#, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"),
    (#"substr(sha512("hello"), 0, 32)"#, "9b71d224bd62f3785d96d46ad3ea3d73"),
    (#"base64sha256("hello")"#, "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="),
    (#"substr(base64sha512("hello"), 0, 20)"#, "m3HSJL1i83hdltRq0+o9"),
    (#"uuidv5("dns", "www.terraform.io")"#, "a5008fae-b28c-5ba5-96cd-82b4c53552d6"),
    (#"uuidv5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "a")"#, "4f3f2898-69e3-5a0d-820a-c4e87987dbce"),
    (
      #"jsonencode(csvdecode("a,b\n1,\"x, \"\"y\"\"\"\n2,z\n"))"#,
      "[{\"a\":\"1\",\"b\":\"x, \\\"y\\\"\"},{\"a\":\"2\",\"b\":\"z\"}]"
    ),
    (#"jsonencode(yamldecode("a: 1\nb: [x, true, 1.5]\n"))"#, "{\"a\":1,\"b\":[\"x\",true,1.5]}"),
    (
      #"yamlencode({ a = 1, b = ["x", true], c = { d = "e" }, f = [], g = {}, h = null })"#,
      "\"a\": 1\n\"b\":\n- \"x\"\n- true\n\"c\":\n  \"d\": \"e\"\n\"f\": []\n\"g\": {}\n\"h\": null\n"
    ),
    (#"yamlencode([{ a = 1, b = 2 }, [1, 2]])"#, "- \"a\": 1\n  \"b\": 2\n- - 1\n  - 2\n"),
    (#"timeadd("2017-11-22T00:00:00Z", "10m")"#, "2017-11-22T00:10:00Z"),
    (#"timeadd("2024-02-28T23:30:00+02:00", "1h30m")"#, "2024-02-29T01:00:00+02:00"),
    (#"timeadd("2024-01-01T00:00:00Z", "-24h")"#, "2023-12-31T00:00:00Z"),
    (#"timecmp("2017-11-22T00:00:00Z", "2017-11-22T01:00:00+01:00")"#, "0"),
    (#"timecmp("2017-11-22T00:00:00Z", "2017-11-22T00:00:01Z")"#, "-1"),
    (#"formatdate("DD MMM YYYY hh:mm ZZZ", "2018-01-02T23:12:01Z")"#, "02 Jan 2018 23:12 UTC"),
    (
      #"formatdate("EEEE, DD-MMM-YY hh:mm:ss ZZZ", "2018-01-02T23:12:01-08:00")"#,
      "Tuesday, 02-Jan-18 23:12:01 -0800"
    ),
    (#"formatdate("h'h'mm AA 'o''clock' H aa", "2018-01-02T23:12:01Z")"#, "23h12 PM o'clock 11 pm"),
  ])
  func computesHashesDocumentsAndTimes(_ text: String, _ expected: String) throws {
    var evaluator = Evaluator(scope: Scope())
    #expect(evaluator.evaluate(try HCLExpression(parsing: text)).text == expected)
    #expect(evaluator.diagnostics.isEmpty)
  }

  /// Older YAML reads these otherwise, or they cannot be read here: never a wrong value.
  @Test(arguments: [
    "yamldecode(\"a: no\")", "yamldecode(\"a: 012\")", "yamldecode(\"a: &x 1\\nb: *x\")",
    "yamldecode(\"a: 12:30\")",
    "yamlencode({ a = \"x\\ny\" })", "timeadd(\"2024-01-01T00:00:00Z\", \"1ms\")",
  ])
  func whatMayDifferIsUnknown(_ text: String) throws {
    var evaluator = Evaluator(scope: Scope())
    #expect(evaluator.evaluate(try HCLExpression(parsing: text)).isUnknown)
  }

  @Test(arguments: [
    (
      "format(\"%s-%03d %.2f %5s|%-3s|%q %%\", \"a\", 7, 2.5, \"b\", \"c\", \"d\")",
      "\"a-007 2.50     b|c  |\\\"d\\\" %\""
    ),
    ("formatlist(\"%s!\", [\"a\", \"b\"])", "[\"a!\", \"b!\"]"),
    ("join(\",\", [\"a\", 1, true])", "\"a,1,true\""),
    ("split(\",\", \"a,,b\")", "[\"a\", \"\", \"b\"]"), ("replace(\"a.b.c\", \".\", \"-\")", "\"a-b-c\""),
    ("replace(\"a1b22\", \"/[0-9]+/\", \"#\")", "\"a#b#\""),
    ("regex(\"^(\\\\d+)-(\\\\w+)$\", \"12-ab\")", "[\"12\", \"ab\"]"),
    ("regexall(\"[a-z]\", \"a1b\")", "[\"a\", \"b\"]"), ("regex(\"(a+)+$\", \"aaaa\")", "unknown"),
    ("substr(\"hello\", -3, 2)", "\"ll\""), ("title(\"hello world\")", "\"Hello World\""),
    ("indent(2, \"a\\nb\")", "\"a\\n  b\""),
    ("trimspace(\"  a \")", "\"a\""), ("trim(\"?!a?\", \"!?\")", "\"a\""), ("chomp(\"a\\n\\n\")", "\"a\""),
    ("merge({ a = 1 }, { a = 2, b = 3 })", "{ a = 2, b = 3 }"), ("lookup({ a = 1 }, \"b\", 9)", "9"),
    ("keys({ b = 1, a = 2 })", "[\"a\", \"b\"]"), ("values({ b = 1, a = 2 })", "[2, 1]"),
    ("zipmap([\"a\"], [1])", "{ a = 1 }"),
    ("flatten([[1, [2]], 3])", "[1, 2, 3]"), ("distinct([1, 2, 1])", "[1, 2]"),
    ("compact([\"a\", \"\", null])", "[\"a\"]"),
    ("element([1, 2, 3], 4)", "2"), ("slice([1, 2, 3], 1, 3)", "[2, 3]"),
    ("chunklist([1, 2, 3], 2)", "[[1, 2], [3]]"),
    ("contains([\"a\"], \"a\")", "true"), ("index([\"a\", \"b\"], \"b\")", "1"),
    ("reverse([1, 2])", "[2, 1]"),
    ("toset([\"b\", \"a\", \"b\"])", "[\"a\", \"b\"]"),
    ("setproduct([1, 2], [\"a\"])", "[[1, \"a\"], [2, \"a\"]]"),
    ("setsubtract([\"a\", \"b\"], [\"a\"])", "[\"b\"]"), ("sum([1, 2.5])", "3.5"),
    ("range(1, 7, 2)", "[1, 3, 5]"),
    ("coalesce(null, \"\", \"a\")", "\"a\""), ("one([5])", "5"), ("parseint(\"ff\", 16)", "255"),
    ("pow(2, 10)", "1024"),
    ("tonumber(\"1.5\")", "1.5"), ("tostring(12)", "\"12\""),
    ("transpose({ a = [\"x\", \"y\"], b = [\"x\"] })", "{ x = [\"a\", \"b\"], y = [\"a\"] }"),
    (
      "jsonencode({ b = [1, null, \"<a>\"], a = true })",
      "\"{\\\"a\\\":true,\\\"b\\\":[1,null,\\\"\\\\u003ca\\\\u003e\\\"]}\""
    ),
    ("jsondecode(\"{\\\"a\\\": [1, \\\"x\\\"]}\").a[1]", "\"x\""), ("jsonencode([uuid()])", "unknown"),
    ("base64decode(base64encode(\"h€llo\"))", "\"h€llo\""), ("urlencode(\"a b/ü\")", "\"a+b%2F%C3%BC\""),
    ("cidrsubnet(\"10.0.0.0/16\", 8, 3)", "\"10.0.3.0/24\""),
    ("cidrhost(\"10.12.112.0/20\", 268)", "\"10.12.113.12\""),
    ("cidrhost(\"10.0.0.0/24\", -2)", "\"10.0.0.254\""),
    ("cidrnetmask(\"172.16.0.0/12\")", "\"255.240.0.0\""),
    ("cidrsubnet(\"fd00:fd12:3456:7890::/56\", 16, 162)", "\"fd00:fd12:3456:7800:a200::/72\""),
    (
      "cidrsubnets(\"10.1.0.0/16\", 4, 4, 8, 4)",
      "[\"10.1.0.0/20\", \"10.1.16.0/20\", \"10.1.32.0/24\", \"10.1.48.0/20\"]"
    ),
    ("length(\"héé\")", "3"), ("length({ a = uuid() })", "1"), ("concat([1], [uuid()])[0]", "1"),
    ("format(\"%s\", uuid())", "unknown"),
  ])
  func callsFunctions(_ text: String, _ expected: String) throws {
    try evaluates(text, expected)
  }

  @Test(arguments: [
    ("x.y", "Unknown variable"), ("o.idd", "Unsupported attribute"),
    ("n.a", "Attempt to get attribute from null value"),
    ("names[2]", "Invalid index"), ("1 / 0", "Division by zero"), ("\"a\" + 1", "Invalid operand"),
    ("n ? 1 : 2", "Incorrect condition type"), ("uper(\"a\")", "Call to unknown function"),
    ("upper()", "Not enough function arguments"), ("upper(\"a\", 1)", "Too many function arguments"),
    ("\"${n}-\"", "Invalid template interpolation value"), ("upper([])", "Invalid function argument"),
    ("[for x in 1 : x]", "Iteration over non-iterable value"),
    ("{ for x in [1, 1] : \"a\" => x }", "Duplicate object key"),
    ("cidrsubnet(\"10.0.0.0/33\", 1, 1)", "Invalid function argument"), ("{ (n) = 1 }", "Null value as key"),
  ])
  func explainsMistakes(_ text: String, _ summary: String) throws {
    var evaluator = Evaluator(scope: Scope(variables: Self.variables))
    let value = evaluator.evaluate(try HCLExpression(parsing: text))
    #expect(value.isUnknown)
    #expect(evaluator.diagnostics.map(\.summary) == [summary])
  }

  @Test(arguments: [
    ("o.none.deep[3].x", "null"), ("o.none == true", "false"), ("o.none > 3", "null"), ("!o.none", "true"),
    ("o.none || false", "false"), ("length(o.none) > 0", "null"), ("\"22\" == 22", "true"),
    ("true == \"true\"", "true"),
    ("[for x in o.none : x]", "[]"), ("alltrue([for x in o.none : x])", "true"), ("\"-${o.none}\"", "\"-\""),
    ("o.part == true", "unknown"), ("o.none[*].x", "[]"), ("names[7]", "null"), ("o.none ? 1 : 2", "2"),
    ("nobody.x", "null"),
  ])
  func toleratesWhatIsMissing(_ text: String, _ expected: String) throws {
    var evaluator = Evaluator(scope: Scope(variables: Self.variables), isLenient: true)
    let value = evaluator.evaluate(try HCLExpression(parsing: text))
    #expect((value.isUnknown ? "unknown" : value.source) == expected)
    #expect(evaluator.diagnostics.isEmpty)
  }

  @Test func refusesWhatCostsTooMuch() throws {
    let bomb = "[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a * b * c]]]"
    var evaluator = Evaluator(scope: Scope(), budget: 50_000)
    #expect(evaluator.evaluate(try HCLExpression(parsing: bomb)).isWhollyKnown == false)
    #expect(evaluator.diagnostics.map(\.summary) == ["Expression too costly"])
  }

  @Test func listsReferences() throws {
    let text =
      "[for k, v in var.m : aws_subnet.a[k].id if v != local.x][each.value].y.z + data.aws_ami.b[\"x\"].id"
    let found = try HCLExpression(parsing: text).references.map(\.description)
    #expect(found == ["var.m", "aws_subnet.a", "local.x", "each.value", "data.aws_ami.b[\"x\"].id"])
  }
}
